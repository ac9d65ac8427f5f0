"""The parts of a Word document (DOCX), prepared so that a conversion to HTML loses none of its words."""
