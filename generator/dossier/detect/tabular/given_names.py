"""Frequent given names in the languages with tables, by which these tell a person; none is a noun in German."""

_GIVEN_NAMES_TEXT = """
    Adam Adrian Adriana Agnes Ahmed Alain Albert Alberto Alejandra Alejandro Alex Alexander Alexandra Alexej Alfonso
    Alfred Alfredo Alice Alicia Alina Ali Amélie Amina Ana Anastasia Andrea Andreas Andrei Andrés André Andrew Andrzej
    Angela Angelika Anita Anja Anke Anna Anne Annette Antoine Anton Antonia Antonio Antônio António Armin Arno Arnold
    Arthur Arturo Astrid Axel Barbara Beate Beatriz Ben Benedikt Benjamin Bernard Bernd Bernhard Bertha Birgit Björn
    Boris Brigitte Bruno Camila Carl Carla Carlo Carlos Carmen Carolina Caroline Catherine Cécile Cecilia Charles
    Charlotte Chiara Chloé Christa Christian Christiane Christina Christine Christoph Christophe Christopher Claire
    Clara Claude Claudia Clemens Cornelia Cristina Daniel Daniela Danielle David Denis Diana Diego Dieter Dietmar
    Dimitri Dirk Donald Dora Doris Dorothea Eduard Eduardo Edith Eleonore Elena Elisa Elisabeth Elizabeth Elke Ella
    Élodie Elsa Emil Emilia Emily Emma Emmanuel Enrico Enrique Erich Erik Erika Erwin Esteban Esther Étienne Eugen Eva
    Evelyn Fabian Fatima Felipe Felix Ferdinand Fernanda Fernando Florian Fiona Franck Frank François Françoise
    Francesca Francesco Francisca Francisco Franz Franziska Frauke Fred Frederik Friederike Friedrich Fritz Gabriel
    Gabriela Gabriele Georg George Georges Gérard Gerd Gerda Gerhard Gertrud Giovanni Gisela Giulia Giuseppe Gonzalo
    Gregor Greta Guido Guillaume Guillermo Gustav Gustavo Günter Günther Hanna Hannah Hannelore Hannes Hans Harald
    Harry Hartmut Hassan Hedwig Heike Heiko Heiner Heinrich Heinz Helena Helene Helga Helmut Henri Henrik Henry
    Herbert Hermann Hilde Holger Horst Hubert Hugo Ibrahim Ida Ignacio Igor Ilse Inês Ines Inga Inge Ingeborg Ingo
    Ingrid Irene Irina Irma Isabel Isabella Isabelle Ivan Iwan Jaime Jacob Jacques Jakob James Jan Jana Jane Janina
    Javier Jean Jeanne Jens Jérôme Jessica Joachim Joana Joanna Joaquín Jochen Joe Johan Johann Johanna Johannes John
    Jonas Jonathan Jorge Josef Joseph José João Juan Juana Judith Julia Julian Julie Julien Juliette Julio Júlio Júlia
    Jürgen Jörg Justin Jutta Karen Karin Karl Karla Karsten Kate Katharina Kathrin Katja Katrin Kevin Kim Klara Klaus
    Konrad Konstantin Kristin Kristina Kurt Laura Laurent Lea Lena Leo Leon Leonardo Leonie Leopoldo Leonid Lina Linda
    Lisa Lothar Louis Louise Lorenz Luca Lucas Lucía Lucia Ludwig Luis Luisa Luís Lukas Lutz Lydia Lya Léa Magdalena
    Manfred Manuel Manuela Marc Marcel Marcelo Marco Marcos Marcus Margarete Margarita Margot Maria Marianne Marie
    Marina Mario Marion Marlene Marta Martha Martin Martina Martín Mary María Mateo Mathias Mathilde Matthias Mauricio
    Max Maximilian Mehmet Melanie Mercedes Michael Michaela Michel Michelle Miguel Miriam Mohammed Mohamed Monika
    Monique Moritz Murat Mustafa Nadia Nadine Natalia Natalie Nathalie Niklas Nicolas Nicolás Nicolau Nicole Nicolaus
    Nikolaus Nikolai Nils Nina Norbert Nora Olaf Olga Oliver Olivier Omar Oscar Oskar Otto Pablo Paola Pascal Patricia
    Patrick Patrik Paul Paula Paulo Pavel Pedro Peter Petra Philipp Philippe Pierre Pietro Rafael Rainer Ralf Ralph
    Ramón Raquel Raúl Rebecca Regina Reinhard Reinhold Renate René Ricardo Richard Rita Robert Roberto Rodrigo Roger
    Roland Rolf Roman Romy Ronald Rosa Rudolf Ruth Rüdiger Sabine Sabrina Samuel Sandra Sara Sarah Sascha Sebastian
    Sergej Sergio Serge Siegfried Sigrid Silke Silvia Simon Simone Sofia Sofie Sonja Sophia Sophie Stefan Stefanie
    Steffen Steffi Stephan Stephanie Steve Steven Susan Susanne Sven Svenja Svetlana Sylvia Tanja Tatjana Teresa Theo
    Theodor Theresa Thierry Thomas Tobias Tom Tomás Torsten Thorsten Udo Ulla Ulrich Ulrike Ursula Ute Uwe Valentin
    Valentina Valérie Vanessa Vera Verena Vicente Victor Victoria Viktor Vincent Vladimir Volker Waltraud Walter
    Werner Wilfried Wilhelm William Willi Willy Winfried Wladimir Wolfgang Xavier Yvonne Yves Yasmin Zoe Abdallah
    Abdel Abdul Abdullah Adama Adele Adèle Adolfo Agnès Agustín Aicha Aïcha Aisha Alba Alessandro Alexandre Alexandru
    Alexis Alfons Alioune Álvaro Amadou Amandine Amelia Amir Anaïs Ángel Ángela Angélica Aníbal Anne-Marie Anselm
    Antje Ariel Arlette Armando Arnaud Arnaldo Artur Audrey Augusto Aurélie Aurelio Awa Ayşe Aylin Ayumi Baptiste
    Beata Belén Benito Benoît Bertrand Bettina Bianca Blanca Brigitta Bruna Caio Camille Camilo Carles Carina Cátia
    Catarina Cecília Cédric Celeste Celia César Cheikh Christelle Clarissa Claudio Cláudia Cláudio Clément Clotilde
    Concha Consuelo Corinne Cristiano Cristóbal Damien Dani Danilo Débora Delphine Denise Diane Dina Djamila Dolores
    Domingo Dominique Duarte Edgar Edmond Edson Eduarda Élisabeth Elías Elif Elvira Emilio Emine Enzo Éric Ernesto
    Estela Eugenio Eugénie Eusebio Évelyne Fabien Fabienne Fabio Fábio Fabrice Fadela Farid Fátima Fatma Fatou
    Fatoumata Federico Felícia Félix Fermín Flavia Flávia Flávio Florence Florent Frédéric Gaël Gaëlle Gastón
    Geneviève Gerardo Germán Gilberto Gilles Gloria Graciela Grégoire Guadalupe Guilherme Gülsen Gustave Habib Hakan
    Hamid Hatice Héctor Heitor Helder Heloísa Henrique Hermine Hervé Hilda Hussein Idrissa Inés Inmaculada Irène
    Ismael Ismail Isaac Isabela Iván Ivone Jacqueline Jaqueline Jair Jérémie Jesús Jimena Joana Joel Joël Jordi
    Josefina Josefa Josep Josiane Jovana Juliana Juliano Julián Julieta Julio Karim Karima Kévin Khaled Kofi Laetitia
    Larissa Latifa Leandro Leila Leïla Leonor Leticia Letícia Lionel Loïc Lorena Lorenzo Loreto Lourdes Luciana
    Luciano Lucie Lúcia Lucien Ludovic Ludivine Luigi Luiz Luísa Luiza Macarena Magali Mahmud Mahmoud Maite Malik
    Mamadou Manon Mara Marcela Márcia Márcio Maribel Marlène Marília Marine Mariana Mariano Mariam Marisa Marlon
    Martine Mateus Matteo Mathieu Matías Matthieu Maud Maurice Máximo Mélanie Mercè Meryem Micaela Milagros Mireille
    Mirko Moctar Mohammad Moisés Mónica Mônica Montserrat Mouna Moussa Muhammad Murilo Myriam Nabil Narciso Natacha
    Natália Nelson Nestor Néstor Nieves Nikola Noa Noemí Nuno Nuria Octavio Odile Olívia Olivia Orlando Osvaldo Otávio
    Oumar Ousmane Pamela Paolo Pascale Pascual Patrice Patrícia Paulina Paulino Pauline Perrine Pilar Priscila Quentin
    Rachel Rachid Ramiro Raphaël Raúl Raul Régis Reinaldo Rémi Remedios Renata Renato Ricarda Rocío Rodolfo Rogelio
    Rogério Romain Rômulo Rosalía Rosana Roxana Rubén Rui Sabrina Sâmia Said Saïd Salomé Samira Samir Sébastien Selma
    Sérgio Severine Séverine Silvina Simão Solange Sônia Sónia Soledad Soraya Stefania Stéphane Stéphanie Suzanne
    Sybille Sylvain Sylvie Tânia Tarcísio Tatiana Telma Teodoro Tereza Thaís Théo Thiago Tiago Tomas Tommaso Ulises
    Vasco Véronique Verónica Vicent Vítor Victória Vinicius Violeta Virginia Virginie Viviane Wagner Walid Wanda
    Wilson Ximena Xavi Yann Yannick Yolanda Youssef Youssouf Yusuf Zeynep Zineb Angelique Angélique Markus Kylian
    Sahra Annalena Lars Ricarda Janine Saskia Cem Kai Edmund Tino Beatrix Sigmar Karoline Carsten Bodo Malu Hendrik
    Kerstin Nancy Hubertus Katarina Gerald Toni Mesut Joshua Jamal Marcus Kirsten Carolin Carola Ingmar Jannik Ciro
    Emmanuelle Ségolène Xavière Josué Anabel Nerea Iker Ainhoa Itziar
"""
GIVEN_NAMES = frozenset(_GIVEN_NAMES_TEXT.split())
