"""Names for 400 invented carers: as mixed as a real county, with the lengths and letters that break weak software."""

from __future__ import annotations

GIVEN_NAMES = (
    "Abigail", "Adaeze", "Aisha", "Alan", "Alfie", "Alun", "Amara", "Amelia", "Amina", "Andrew", "Aneesa", "Aneurin",
    "Angharad", "Anjali", "Ann-Marie", "Anwen", "Arjun", "Aoife", "Ayodele", "Barbara", "Barry", "Beata", "Bernadette",
    "Beti", "Bilal", "Bronagh", "Bronwen", "Callum", "Caoimhe", "Carol", "Catrin", "Ceri", "Chidi", "Chinedu", "Chloe",
    "Christine", "Ciarán", "Claudette", "Clive", "Colin", "Courtney", "Dafydd", "Daniel", "Danuta", "David", "Deepa",
    "Delroy", "Derek", "Desmond", "Dilys", "Dorota", "Doreen", "Edna", "Efua", "Eilidh", "Eira", "Eirlys", "Elaine",
    "Elinor", "Emeka", "Emyr", "Esther", "Ewa", "Farah", "Fatima", "Ffion", "Fiona", "Folasade", "Francesca", "Frank",
    "Gareth", "Gemma", "George", "Geraint", "Gethin", "Grace", "Graham", "Grażyna", "Gurpreet", "Guto", "Gwenllian",
    "Gwyneth", "Hannah", "Harjit", "Harriet", "Hassan", "Heather", "Heledd", "Hilary", "Huw", "Ibrahim", "Ieuan",
    "Ifeoma", "Imran", "Ines", "Ioan", "Iqra", "Irene", "Isaac", "Jacek", "Jade", "James", "Jasmine", "Jaswinder",
    "Jean", "Joan", "José", "Joyce", "Kamila", "Karen", "Katarzyna", "Keith", "Kelly-Ann", "Kenneth", "Kwame", "Kyle",
    "Lakshmi", "Leanne", "Lena", "Leroy", "Lewis", "Lloyd", "Lowri", "Łukasz", "Mair", "Małgorzata", "Mandeep",
    "Mared", "Margaret", "Marcia", "Marek", "Maureen", "Meera", "Megan", "Meleri", "Michael", "Mohammed", "Moira",
    "Mo", "Nadia", "Nasreen", "Neha", "Nerys", "Ngozi", "Niamh", "Nia", "Nkechi", "Noel", "Norman", "Olu", "Oluwaseun",
    "Órla", "Osian", "Owain", "Patience", "Patrick", "Paul", "Pauline", "Paweł", "Peter", "Phyllis", "Piotr",
    "Pooja", "Priti", "Rachel", "Rajesh", "Rashid", "Rebecca", "Rhian", "Rhys", "Robert", "Róisín", "Ronke", "Rosalind",
    "Roy", "Ruth", "Saira", "Samantha", "Sandeep", "Seán", "Shanice", "Sharon", "Sheila", "Siân", "Siobhán", "Sioned",
    "Sophie", "Stacey", "Stephen", "Sunita", "Susan", "Tariq", "Temitope", "Terence", "Thandeka", "Tomos", "Tracey",
    "Trevor", "Uchenna", "Umar", "Usha", "Valerie", "Vera", "Vijay", "Wendy", "Wiktoria", "Winston", "Wyn", "Yasmin",
    "Yetunde", "Yvonne", "Zainab", "Zoë", "Zofia",
)  # fmt: skip

FAMILY_NAMES = (
    "Abbott", "Adebayo", "Adeyinka-Thompson", "Ahmed", "Akhtar", "Ali", "Allen", "Anderson", "Anyanwu", "ap Gruffydd",
    "ap Rhys", "Atkins", "Baker", "Balogun", "Banerjee", "Barrett", "Begum", "Bell", "Bennett", "Bevan", "Bhatt",
    "Blackwood", "Bowen", "Brennan", "Brown", "Byrne", "Campbell", "Carter", "Chaudhry", "Chukwu", "Clarke", "Coleman",
    "Cooper", "Cox", "Cunningham", "Dąbrowski", "Das", "Davies", "De Souza", "Desai", "Dhillon", "Dixon", "Doyle",
    "Edwards", "Egwuatu", "Ellis", "Evans", "Eze", "Fairweather-Holmes", "Fernando", "Fitzgerald", "Fletcher", "Foster",
    "Francis", "Gallagher", "Gill", "Gordon", "Graham-Okonkwo", "Gray", "Green", "Griffiths", "Hall", "Harris",
    "Harrison", "Hassan", "Henry", "Howells", "Hughes", "Hussain", "Hutchinson", "Ibekwe", "Iqbal", "James",
    "Jenkins", "John", "Johnson", "Jones", "Joseph", "Kaczmarek", "Kapoor", "Kaur", "Kavanagh", "Kelly", "Khan",
    "Kowalczyk", "Krishnamurthy-Venkataraman", "Lewandowska", "Lewis", "Lloyd", "Llwyd-Morgan", "Mac Giolla Bhríde",
    "MacDonald", "Mahmood", "Malik", "Martin", "McCarthy", "McKenzie", "Mehta", "Mensah", "Mitchell", "Montgomery-Ashcroft",
    "Moore", "Morgan", "Morris", "Murphy", "Musa", "Ní Dhomhnaill", "Nnamdi", "Nowak", "Nwosu", "O’Brien", "O’Connor",
    "O’Rourke", "O’Sullivan", "Obi", "Ojo", "Okafor", "Okoro", "Oladipo", "Onyekachi", "Owen", "Parry", "Patel",
    "Phillips", "Pierce", "Powell", "Price", "Pritchard", "Pugh", "Quashie", "Quinn", "Rahman", "Rao", "Reddy", "Rees",
    "Richards", "Roberts", "Robinson", "Rowlands", "Sandhu", "Scott", "Sharma", "Shaw", "Siddiqui", "Singh", "Smith",
    "St Clair", "Stewart", "Szczepańska", "Taylor", "Thomas", "Thompson", "Tudur", "Uddin", "Vaughan", "Walker",
    "Walsh", "Watkins", "White", "Wilkinson", "Williams", "Wilson", "Wiśniewska", "Wójcik", "Wright", "Xu", "Yeboah",
    "Young", "Yusuf", "Zając",
)  # fmt: skip

# Each breaks something somewhere: one letter, spaces, an apostrophe, two scripts' worth of marks, or 45 letters.
AWKWARD_NAMES = (
    ("Oluwadamilola Temiloluwa", "Adeyinka-Thompson"),
    ("Siân-Angharad", "ap Gruffydd"),
    ("Małgorzata Wiesława", "Szczepańska"),
    ("Gráinne", "Mac Giolla Bhríde"),
    ("D’Arcy", "O’Sullivan"),
    ("Mo", "Xu"),
    ("Lakshmi", "Krishnamurthy-Venkataraman"),
    ("Mary Bernadette Philomena", "Fairweather-Holmes"),
    ("Zoë", "St Clair"),
    ("Łukasz", "Dąbrowski"),
    ("Llinos Gwenllian", "Llwyd-Morgan"),
    ("Thandeka", "Graham-Okonkwo"),
)
