"""What the PDF reader needs: characters with their places, lines, the order of lines, and images of pages."""
