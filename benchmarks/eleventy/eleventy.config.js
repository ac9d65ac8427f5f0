// Eleventy with as little as MkDocs does with these pages: Markdown, links between pages, headings with anchors.
const slug = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

module.exports = (eleventy) => {
  eleventy.setUseGitIgnore(false);
  eleventy.addGlobalData("permalink", () => (data) => `${data.page.filePathStem.slice(1)}.html`);
  eleventy.addGlobalData("layout", "page.html");
  eleventy.addPassthroughCopy("content/**/*.{css,csv,gexf,geojson,graphml,html,ico,ics,js,json,jsonl,jsonld,ndjson,png,sqlite,svg,txt,atom,bib}");
  eleventy.amendLibrary("md", (markdown) => {
    markdown.set({ html: true });
    markdown.core.ruler.push("pages", (state) => {
      state.tokens.forEach((token, index) => {
        if (token.type === "heading_open") token.attrSet("id", slug(state.tokens[index + 1].content));
        for (const child of token.children ?? []) {
          const href = child.type === "link_open" && child.attrGet("href");
          if (href && !/^[a-z]+:/.test(href)) child.attrSet("href", href.replace(/\.md(?=#|$)/, ".html"));
        }
      });
    });
  });
  return {
    dir: { input: "content", output: "site", includes: "../layouts" },
    templateFormats: ["md"],
    markdownTemplateEngine: false, // a page's text is no template
  };
};
