"""English names of countries, as news uses them, and the parts of countries and seas that are no countries."""

_COUNTRIES = """
    Afghanistan AF; Albania AL; Algeria DZ; Andorra AD; Angola AO; Antigua and Barbuda AG; Argentina AR; Armenia
    AM; Australia AU; Austria AT; Azerbaijan AZ; Bahamas BS; Bahrain BH; Bangladesh BD; Barbados BB; Belarus BY;
    Belgium BE; Belize BZ; Benin BJ; Bhutan BT; Bolivia BO; Bosnia BA; Bosnia and Herzegovina BA;
    Bosnia-Herzegovina BA; Botswana BW; Brazil BR; Brunei BN; Bulgaria BG; Burkina Faso BF; Burma MM; Burundi BI;
    Cambodia KH; Cameroon CM; Canada CA; Cape Verde CV; Cabo Verde CV; Central African Republic CF; Chad TD; Chile
    CL; China CN; Colombia CO; Comoros KM; Congo CG; Congo CD; Republic of the Congo CG; Democratic Republic of
    the Congo CD; Democratic Republic of Congo CD; Costa Rica CR; Croatia HR; Cuba CU; Cyprus CY; Czech Republic
    CZ; Czechia CZ; Denmark DK; Djibouti DJ; Dominica DM; Dominican Republic DO; East Timor TL; Timor-Leste TL;
    Ecuador EC; Egypt EG; El Salvador SV; Equatorial Guinea GQ; Eritrea ER; Estonia EE; Eswatini SZ; Swaziland SZ;
    Ethiopia ET; Fiji FJ; Finland FI; France FR; Gabon GA; Gambia GM; Georgia GE; Germany DE; Ghana GH; Greece GR;
    Greenland GL; Grenada GD; Guatemala GT; Guinea GN; Guinea-Bissau GW; Guyana GY; Haiti HT; Holland NL; Honduras
    HN; Hong Kong HK; Hungary HU; Iceland IS; India IN; Indonesia ID; Iran IR; Iraq IQ; Ireland IE; Israel IL;
    Italy IT; Ivory Coast CI; Cote d'Ivoire CI; Jamaica JM; Japan JP; Jordan JO; Kazakhstan KZ; Kenya KE; Kiribati
    KI; Kosovo XK; Kuwait KW; Kyrgyzstan KG; Laos LA; Latvia LV; Lebanon LB; Lesotho LS; Liberia LR; Libya LY;
    Liechtenstein LI; Lithuania LT; Luxembourg LU; Madagascar MG; Malawi MW; Malaysia MY; Maldives MV; Mali ML;
    Malta MT; Marshall Islands MH; Mauritania MR; Mauritius MU; Mexico MX; Micronesia FM; Moldova MD; Monaco MC;
    Mongolia MN; Montenegro ME; Morocco MA; Mozambique MZ; Myanmar MM; Namibia NA; Nauru NR; Nepal NP; Netherlands
    NL; New Zealand NZ; Nicaragua NI; Niger NE; Nigeria NG; North Korea KP; North Macedonia MK; Macedonia MK;
    Norway NO; Oman OM; Pakistan PK; Palau PW; Palestine PS; Panama PA; Papua New Guinea PG; Paraguay PY; Peru PE;
    Philippines PH; Poland PL; Portugal PT; Puerto Rico PR; Qatar QA; Romania RO; Russia RU; Russian Federation
    RU; Rwanda RW; Samoa WS; San Marino SM; Sao Tome and Principe ST; Saudi Arabia SA; Senegal SN; Serbia RS;
    Seychelles SC; Sierra Leone SL; Singapore SG; Slovakia SK; Slovenia SI; Solomon Islands SB; Somalia SO; South
    Africa ZA; South Korea KR; South Sudan SS; Spain ES; Sri Lanka LK; St Kitts and Nevis KN; St Lucia LC; Saint
    Lucia LC; Sudan SD; Suriname SR; Sweden SE; Switzerland CH; Syria SY; Taiwan TW; Tajikistan TJ; Tanzania TZ;
    Thailand TH; Togo TG; Tonga TO; Trinidad and Tobago TT; Tunisia TN; Turkey TR; Türkiye TR; Turkmenistan TM;
    Tuvalu TV; Uganda UG; Ukraine UA; United Arab Emirates AE; UAE AE; Emirates AE; United Kingdom GB; UK GB; U.K.
    GB; Britain GB; Great Britain GB; England GB; Scotland GB; Wales GB; Northern Ireland GB; United States US;
    United States of America US; US US; U.S. US; USA US; U.S.A. US; America US; Uruguay UY; Uzbekistan UZ; Vanuatu
    VU; Vatican VA; Vatican City VA; Venezuela VE; Vietnam VN; Western Sahara EH; Yemen YE; Zambia ZM; Zimbabwe ZW
"""
COUNTRY_NAMES: frozenset[str] = frozenset(entry.strip().rpartition(" ")[0] for entry in _COUNTRIES.split(";"))
"""The names of countries, and of the countries of the United Kingdom, without an article."""
COUNTRY_CODES: frozenset[tuple[str, str]] = frozenset(
    (name, code) for name, _, code in (entry.strip().rpartition(" ") for entry in _COUNTRIES.split(";"))
)
"""Each name with the code of a country that has it (ISO 3166-1 alpha-2)."""
