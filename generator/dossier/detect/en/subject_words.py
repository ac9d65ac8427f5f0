"""What ministries, committees and agencies are for: the words that their names list, as in "Food and Drug"."""

_SUBJECTS_TEXT = """
    Administration Administrative Advisory Aeronautics Ageing Aging Agricultural Agriculture Alcohol Animal
    Appropriations Aquatic Arbitration Armed Arms Art Arts Asylum Atmospheric Audit Aviation Banking Border Broadcasting
    Budget Building Business Cancer Care Chemical Chemicals Child Children Citizenship Civil Climate Commerce Commercial
    Commonwealth Communications Communities Community Competition Conciliation Conflict Conservation Constitutional
    Construction Consumer Control Cooperation Correction Corrections Counterterrorism Crime Criminal Culture Customs
    Cyber Data Defence Defense Democracy Development Digital Disability Disarmament Disaster Disease Drug Drugs Economic
    Economics Economy Education Election Elections Electoral Electricity Emergency Employment Energy Enforcement
    Engineering Enterprise Entrepreneurship Environment Environmental Equal Equalities Equality Ethics Exchange Excise
    Explosives Export Exports External Fair Families Family Farm Finance Financial Fire Firearms Fish Fisheries Fishing
    Food Foreign Forestry Forests Fraud Game Gambling Gas Governance Government Governmental Growth Health Heritage
    Higher Home Homeland Homes Housing Human Humanitarian Humanities Hygiene Immigration Import Income Indigenous
    Industrial Industries Industry Information Infrastructure Innovation Insurance Integration Intelligence Interior
    International Internal Investment Irrigation Judicial Judiciary Justice Labor Labour Land Law Learning Legal
    Legislative Levelling Liberties Licensing Livestock Local Maritime Markets Means Measures Media Medical Medicine
    Medicines Mental Migration Military Mines Mining Minority Mobility Monetary Music National Natural Naturalization
    Net Nuclear Nursing Nutrition Occupational Oceanic Oceans Offshore Oil Opportunity Oversight Parks Parliamentary
    Peace Pensions Petroleum Planning Police Policy Political Population Poverty Power Prevention Prices Prison Prisons
    Privacy Privileges Procurement Product Products Protection Public Quality Railways Readiness Reconciliation
    Reconstruction Recreation Recovery Reform Refugee Refugees Regional Regulation Regulatory Rehabilitation Relations
    Religious Remembrance Renewable Rescue Research Resettlement Resilience Resources Responsibility Restoration Revenue
    Rights Rivers Road Roads Rules Rural Safety Sanitation Science Sciences Securities Security Services Skills Small
    Social Space Sport Sports Standards State Statistics Strategic Strategy Sustainability Sustainable Tax Taxation
    Technical Technology Telecommunications Tobacco Tourism Trade Training Transparency Transport Transportation
    Treasury Tropical Truth Up Urban Veterans Victims Vocational Wages War Water Ways Weights Welfare Wildlife Women
    Work Working Works Youth Zero
"""
SUBJECTS = frozenset(_SUBJECTS_TEXT.split())
