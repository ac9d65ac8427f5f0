"""Frequent given names in English news, which show that a person follows: "Governor of Maine Janet Holm"."""

from dossier.detect.tabular.given_names import GIVEN_NAMES as EUROPEAN

_TEXT = """
    Aaron Abigail Abdul Adele Aidan Aisha Alan Alastair Alec Alexa Alexis Alison Alistair Allan Allison Alyssa Amanda
    Amber Amelia Amy Andre Andy Angus Ann Annie Anthony April Ashley Audrey Austin Bailey Barack Barry Becky Bella
    Bernadette Bernie Beth Bethany Betty Beverly Bill Billy Blake Bob Bobby Bonnie Brad Bradley Brandon Brenda Brendan
    Brett Brian Bridget Brooke Bruce Bryan Caitlin Callum Calvin Cameron Carlton Carol Carolyn Cassandra Catriona Chad
    Charlie Chelsea Cheryl Chloe Chris Ciara Clarence Clifford Clive Cody Colin Connie Connor Conor Corey Craig Crystal
    Curtis Cynthia Daisy Dale Dan Danny Darren Dave Dawn Dean Deborah Debbie Debra Declan Dennis Derek Desmond Diane
    Dominic Don Donna Dorothy Doug Douglas Duncan Dwight Dylan Earl Ed Eddie Edward Edwin Eileen Eleanor Elijah Ellen
    Ellie Elliot Elliott Emmett Eric Erica Erin Ernest Ethan Eugene Evan Ewan Faith Farah Fergus Florence Frances
    Francis Frankie Freddie Frederick Freya Gareth Gary Gavin Gemma Gene Geoff Geoffrey Georgia Georgina Gerald Gerard
    Gerry Gillian Gina Glen Glenn Gloria Gordon Grace Graham Grant Greg Gregory Gwen Hakeem Haley Hamish Hannah Harold
    Harriet Harrison Harvey Hayley Hazel Heather Heidi Helen Hillary Holly Howard Hugh Iain Ian Imran Irene Iris Isaac
    Isla Isobel Jack Jackie Jackson Jake Jamal James Jamie Jan Janet Janice Jared Jasmine Jason Jay Jeff Jeffrey Jen
    Jenna Jennifer Jenny Jeremy Jerome Jerry Jesse Jill Jim Jimmy Joan Jodie Joel Joey Johnny Jon Jordan Josephine Josh
    Joshua Joyce Judy June Justine Kamala Kareem Kathleen Kathryn Kathy Katie Katy Kay Kayla Keith Kelly Ken Kenneth
    Kenny Keir Kerry Kiera Kimberly Kirk Kirsty Kristen Kyle Lakshmi Lance Larry Lauren Laurie Lawrence Leah Lee Leslie
    Lewis Liam Libby Lillian Lily Lindsay Lindsey Liz Lloyd Logan Lois Lorraine Lou Lucy Luke Lynn Mabel Mackenzie
    Maddie Madeleine Madison Maggie Malcolm Marcia Margaret Marilyn Marjorie Mark Marsha Marshall Marvin Matt Matthew
    Maureen Maurice Maxine Megan Meghan Mel Melissa Michaela Mick Mike Mildred Millie Miranda Mitch Mitchell Mohammad
    Molly Morag Morgan Muhammad Nancy Naomi Natasha Nathan Nathaniel Neil Nelson Niall Nick Nicola Nigel Nikki Noah Noel
    Norma Norman Olivia Opal Owen Paige Pam Pamela Pat Patty Pauline Peggy Penny Percy Perry Pete Phil Philip Phillip
    Phoebe Phyllis Polly Priya Quentin Rachel Raj Ralph Randy Ray Raymond Rebekah Reggie Reuben Rhys Rick Ricky Riley
    Rishi Rob Robbie Robin Robyn Rod Rodney Ron Ronnie Rory Rose Rosemary Ross Roy Ruby Rupert Russ Russell Ryan Sadiq
    Sajid Sally Sam Samantha Sanjay Scott Sean Seamus Seth Shane Shannon Sharon Shaun Shawn Sheila Shelby Sherry Shirley
    Sian Sienna Simon Sinead Siobhan Sonia Stacey Stanley Stella Stewart Stuart Sue Summer Susie Suzanne Sylvia Tamara
    Tammy Tanya Tara Ted Terence Teri Terri Terry Theodore Tiffany Tim Timothy Tina Todd Tommy Toni Tony Tracey Tracy
    Travis Trevor Trish Troy Tyler Tyrone Vaughan Vernon Veronica Vicky Vince Violet Virginia Vivian Wade Wanda Warren
    Wayne Wendy Wes Wesley Whitney Will Willie Yusuf Yvette Zac Zach Zachary Zara Zoe
"""
GIVEN_NAMES = EUROPEAN | frozenset(_TEXT.split())
