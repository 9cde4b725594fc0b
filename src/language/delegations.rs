//! How delegations are called in rolling texts: Member States, as the United Nations list them, short forms, and usual groups.

use super::Language;

/// The names of delegations in the usage of one language, and those that all write alike.
pub(crate) fn delegations(language: Language) -> impl Iterator<Item = &'static str> {
    let own = match language {
        Language::Fr => FR,
        Language::Es => ES,
        // Facilitators write in English where no list of the language is known.
        Language::En | Language::Ru | Language::Ar | Language::Zh => EN,
    };
    own.split("; ").chain(COMMON.split("; "))
}

/// Short forms and groups that are written so in every language.
const COMMON: &str = "\
    AGN; ALBA; AOSIS; ASEAN; AU; CANZ; CARICOM; CELAC; EU; G77; G-77; GCC; GRULAC; JUSCANZ; JUSSCANNZ; LDCs; LLDCs; LMDC; \
    NAM; OIC; PIF; RUS; SADC; SIDS; UE; UK; US; USA; CHN; DPRK; DRC; ROK; UAE; EIG; ABU; AILAC";

const EN: &str = "\
    Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia; Austria; \
    Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan; Bolivia; Bosnia and \
    Herzegovina; Botswana; Brazil; Brunei Darussalam; Bulgaria; Burkina Faso; Burundi; Cabo Verde; Cambodia; Cameroon; \
    Canada; Central African Republic; Chad; Chile; China; Colombia; Comoros; Congo; Costa Rica; Côte d'Ivoire; Côte \
    d’Ivoire; Croatia; Cuba; Cyprus; Czechia; Czech Republic; Democratic People's Republic of Korea; Democratic People’s \
    Republic of Korea; Democratic Republic of the Congo; Denmark; Djibouti; Dominica; Dominican Republic; Ecuador; Egypt; \
    El Salvador; Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Georgia; \
    Germany; Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras; Hungary; Iceland; India; \
    Indonesia; Iran; Iran (Islamic Republic of); Islamic Republic of Iran; Iraq; Ireland; Israel; Italy; Jamaica; Japan; \
    Jordan; Kazakhstan; Kenya; Kiribati; Kuwait; Kyrgyzstan; Lao PDR; Lao People's Democratic Republic; Lao People’s \
    Democratic Republic; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; Madagascar; \
    Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia; Moldova; Monaco; \
    Mongolia; Montenegro; Morocco; Mozambique; Myanmar; Namibia; Nauru; Nepal; Netherlands; New Zealand; Nicaragua; Niger; \
    Nigeria; North Macedonia; Norway; Oman; Pakistan; Palau; Panama; Papua New Guinea; Paraguay; Peru; Philippines; \
    Poland; Portugal; Qatar; Republic of Korea; Republic of Moldova; Romania; Russia; Russian Federation; Rwanda; Saint \
    Kitts and Nevis; Saint Lucia; Saint Vincent and the Grenadines; Samoa; San Marino; Sao Tome and Principe; Saudi \
    Arabia; Senegal; Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia; Solomon Islands; Somalia; South \
    Africa; South Sudan; Spain; Sri Lanka; Sudan; Suriname; Sweden; Switzerland; Syria; Syrian Arab Republic; Tajikistan; \
    Tanzania; United Republic of Tanzania; Thailand; Timor-Leste; Togo; Tonga; Trinidad and Tobago; Tunisia; Türkiye; \
    Turkey; Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom; United States; United States of \
    America; Uruguay; Uzbekistan; Vanuatu; Venezuela; Viet Nam; Yemen; Zambia; Zimbabwe; Holy See; Palestine; State of \
    Palestine; European Union; African Group; African Union; Arab Group; Asia-Pacific Group; Group of 77; Group of 77 and \
    China; Nordic countries; Pacific Islands Forum";

const FR: &str = "\
    Afghanistan; Afrique du Sud; Albanie; Algérie; Allemagne; Andorre; Angola; Antigua-et-Barbuda; Arabie saoudite; \
    Argentine; Arménie; Australie; Autriche; Azerbaïdjan; Bahamas; Bahreïn; Bangladesh; Barbade; Bélarus; Belgique; \
    Belize; Bénin; Bhoutan; Bolivie; Bosnie-Herzégovine; Botswana; Brésil; Brunéi Darussalam; Bulgarie; Burkina Faso; \
    Burundi; Cabo Verde; Cambodge; Cameroun; Canada; Chili; Chine; Chypre; Colombie; Comores; Congo; Costa Rica; Côte \
    d'Ivoire; Côte d’Ivoire; Croatie; Cuba; Danemark; Djibouti; Dominique; Égypte; El Salvador; Émirats arabes unis; \
    Équateur; Érythrée; Espagne; Estonie; Eswatini; États-Unis; États-Unis d'Amérique; États-Unis d’Amérique; Éthiopie; \
    Fédération de Russie; Fidji; Finlande; France; Gabon; Gambie; Géorgie; Ghana; Grèce; Grenade; Guatemala; Guinée; \
    Guinée-Bissau; Guinée équatoriale; Guyana; Haïti; Honduras; Hongrie; Îles Marshall; Îles Salomon; Inde; Indonésie; \
    Iran; Iraq; Irlande; Islande; Israël; Italie; Jamaïque; Japon; Jordanie; Kazakhstan; Kenya; Kirghizistan; Kiribati; \
    Koweït; Lesotho; Lettonie; Liban; Libéria; Libye; Liechtenstein; Lituanie; Luxembourg; Macédoine du Nord; Madagascar; \
    Malaisie; Malawi; Maldives; Mali; Malte; Maroc; Maurice; Mauritanie; Mexique; Micronésie; Monaco; Mongolie; \
    Monténégro; Mozambique; Myanmar; Namibie; Nauru; Népal; Nicaragua; Niger; Nigéria; Norvège; Nouvelle-Zélande; Oman; \
    Ouganda; Ouzbékistan; Pakistan; Palaos; Panama; Papouasie-Nouvelle-Guinée; Paraguay; Pays-Bas; Pérou; Philippines; \
    Pologne; Portugal; Qatar; République arabe syrienne; République centrafricaine; République de Corée; République de \
    Moldova; République démocratique du Congo; République démocratique populaire lao; République dominicaine; République \
    populaire démocratique de Corée; République-Unie de Tanzanie; Roumanie; Royaume-Uni; Russie; Rwanda; \
    Saint-Kitts-et-Nevis; Saint-Marin; Saint-Siège; Saint-Vincent-et-les Grenadines; Sainte-Lucie; Samoa; Sao \
    Tomé-et-Principe; Sénégal; Serbie; Seychelles; Sierra Leone; Singapour; Slovaquie; Slovénie; Somalie; Soudan; Soudan \
    du Sud; Sri Lanka; Suède; Suisse; Suriname; Syrie; Tadjikistan; Tanzanie; Tchad; Tchéquie; Thaïlande; Timor-Leste; \
    Togo; Tonga; Trinité-et-Tobago; Tunisie; Turkménistan; Türkiye; Turquie; Tuvalu; Ukraine; Uruguay; Vanuatu; Venezuela; \
    Viet Nam; Yémen; Zambie; Zimbabwe";

const ES: &str = "\
    Afganistán; Albania; Alemania; Andorra; Angola; Antigua y Barbuda; Arabia Saudita; Argelia; Argentina; Armenia; \
    Australia; Austria; Azerbaiyán; Bahamas; Bahrein; Bangladesh; Barbados; Belarús; Bélgica; Belice; Benin; Bhután; \
    Bolivia; Bosnia y Herzegovina; Botswana; Brasil; Brunei Darussalam; Bulgaria; Burkina Faso; Burundi; Cabo Verde; \
    Camboya; Camerún; Canadá; Chad; Chequia; Chile; China; Chipre; Colombia; Comoras; Congo; Costa Rica; Côte d'Ivoire; \
    Côte d’Ivoire; Croacia; Cuba; Dinamarca; Djibouti; Dominica; Ecuador; Egipto; El Salvador; Emiratos Árabes Unidos; \
    Eritrea; Eslovaquia; Eslovenia; España; Estados Unidos; Estados Unidos de América; Estonia; Eswatini; Etiopía; \
    Federación de Rusia; Fiji; Filipinas; Finlandia; Francia; Gabón; Gambia; Georgia; Ghana; Granada; Grecia; Guatemala; \
    Guinea; Guinea-Bissau; Guinea Ecuatorial; Guyana; Haití; Honduras; Hungría; India; Indonesia; Irán; Iraq; Irlanda; \
    Islandia; Islas Marshall; Islas Salomón; Israel; Italia; Jamaica; Japón; Jordania; Kazajstán; Kenya; Kirguistán; \
    Kiribati; Kuwait; Lesotho; Letonia; Líbano; Liberia; Libia; Liechtenstein; Lituania; Luxemburgo; Macedonia del Norte; \
    Madagascar; Malasia; Malawi; Maldivas; Malí; Malta; Marruecos; Mauricio; Mauritania; México; Micronesia; Mónaco; \
    Mongolia; Montenegro; Mozambique; Myanmar; Namibia; Nauru; Nepal; Nicaragua; Níger; Nigeria; Noruega; Nueva Zelandia; \
    Omán; Países Bajos; Pakistán; Palau; Panamá; Papua Nueva Guinea; Paraguay; Perú; Polonia; Portugal; Qatar; Reino \
    Unido; República Árabe Siria; República Centroafricana; República de Corea; República de Moldova; República \
    Democrática del Congo; República Democrática Popular Lao; República Dominicana; República Popular Democrática de \
    Corea; República Unida de Tanzanía; Rumania; Rusia; Rwanda; Saint Kitts y Nevis; Samoa; San Marino; San Vicente y las \
    Granadinas; Santa Lucía; Santa Sede; Santo Tomé y Príncipe; Senegal; Serbia; Seychelles; Sierra Leona; Singapur; \
    Siria; Somalia; Sri Lanka; Sudáfrica; Sudán; Sudán del Sur; Suecia; Suiza; Suriname; Tailandia; Tanzanía; Tayikistán; \
    Timor-Leste; Togo; Tonga; Trinidad y Tabago; Túnez; Türkiye; Turquía; Turkmenistán; Tuvalu; Ucrania; Uganda; Uruguay; \
    Uzbekistán; Vanuatu; Venezuela; Viet Nam; Yemen; Zambia; Zimbabwe";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_names_the_states_and_none_twice() {
        for language in Language::ALL {
            let mut names: Vec<&str> = delegations(language).collect();
            assert!(names.len() > 190 && names.iter().all(|name| name.trim() == *name && !name.is_empty()), "{language:?}");
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{language:?}");
        }
    }
}
