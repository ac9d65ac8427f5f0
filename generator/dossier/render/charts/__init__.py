"""What is drawn at build time as SVG: charts of numbers, tracks of dates, markers of sides."""
