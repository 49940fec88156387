//! Ideas in Welsh, Polish, Bengali and Urdu. No native speaker has checked them: they try the
//! text engine, and no room sees them.

use report::pack::{Idea, Pack};

use super::english;

/// What stands on a poster, by language.
pub const WORDS: [(&str, &str); 4] = [
    (
        "cy",
        "poster-example = Er enghraifft\n\
         poster-like = Rwy’n hoffi hwn fwyaf\n\
         poster-argue = Byddwn yn dadlau fwyaf am hwn\n\
         poster-number = Poster { $n } o { $of }, fersiwn { $version }\n\
         poster-continued = { $name }, dalen { $sheet }\n",
    ),
    (
        "pl",
        "poster-example = Na przykład\n\
         poster-like = To podoba mi się najbardziej\n\
         poster-argue = O to spierałbym się najbardziej\n\
         poster-number = Plakat { $n } z { $of }, wersja { $version }\n\
         poster-continued = { $name }, arkusz { $sheet }\n",
    ),
    (
        "bn",
        "poster-example = যেমন\n\
         poster-like = এটি আমার সবচেয়ে ভালো লাগে\n\
         poster-argue = এটি নিয়ে আমি সবচেয়ে বেশি তর্ক করব\n\
         poster-number = পোস্টার { $n }, মোট { $of }, সংস্করণ { $version }\n\
         poster-continued = { $name }, পাতা { $sheet }\n",
    ),
    (
        "ur",
        "poster-example = مثال کے طور پر\n\
         poster-like = مجھے یہ سب سے زیادہ پسند ہے\n\
         poster-argue = میں اس پر سب سے زیادہ بحث کروں گا\n\
         poster-number = پوسٹر { $n } از { $of }، نسخہ { $version }\n\
         poster-continued = { $name }، ورق { $sheet }\n",
    ),
];

fn pack(language: &str, study: &str, themes: [&str; 3], ideas: &[[&str; 3]]) -> Pack {
    let base = english();
    Pack {
        study: study.into(),
        language: language.into(),
        themes: themes.map(Into::into).into(),
        ideas: ideas
            .iter()
            .zip(1..)
            .map(|([name, description, example], number)| Idea {
                number,
                theme: (number as usize - 1) % 3,
                name: (*name).into(),
                description: (*description).into(),
                examples: example.split('|').map(Into::into).collect(),
                ..Idea::default()
            })
            .collect(),
        ..base
    }
}

pub fn welsh() -> Pack {
    pack(
        "cy",
        "Naw syniad ar gyfer gwasanaethau cyhoeddus",
        [
            "A. Adnoddau a’r unigolyn",
            "B. Cynllunio a darparu gwasanaethau",
            "C. Penderfyniadau lleol",
        ],
        &[
            [
                "Unigolion â chyllidebau",
                "Os ydych yn defnyddio gwasanaeth, chi sy’n rheoli’r arian sydd wedi’i neilltuo ar eich cyfer. Chi sy’n penderfynu beth i’w gael ag ef, yn eich tŷ neu’ch dŵr eich hun.",
                "Mae rhiant plentyn ag anghenion arbennig yn yr ysgol yn cael cyllideb i’r plentyn hwnnw.|Mae gan bob plentyn daleb ysgol.",
            ],
            [
                "Codi tâl ar ddefnyddwyr",
                "Mae pobl yn talu pan fyddant yn defnyddio gwasanaeth: y gost i gyd, neu ran ohoni. Mae’r rhai heb lawer o arian yn talu llai neu ddim byd.",
                "Ffi bob tro y gwelwch eich meddyg teulu.",
            ],
            [
                "Cynghorwyr i ddinasyddion",
                "Mae gan bawb gynghorydd: un person sy’n gwybod pa gymorth sydd ar gael, ac sy’n eich helpu i ddod o hyd i’r hyn sy’n addas.",
                "Unwaith y flwyddyn mae’r cyngor yn cynnig “gwiriad bywyd” i chi: chi a chynghorydd, wyneb yn wyneb.",
            ],
        ],
    )
}

pub fn polish() -> Pack {
    pack(
        "pl",
        "Dziewięć pomysłów na usługi publiczne",
        ["A. Zasoby a jednostka", "B. Planowanie i świadczenie usług", "C. Decyzje lokalne"],
        &[
            [
                "Własny budżet",
                "Jeśli korzystasz z usługi, sam zarządzasz pieniędzmi, które są na nią przeznaczone. Ty decydujesz, na co je wydać.",
                "Rodzic dziecka o szczególnych potrzebach edukacyjnych otrzymuje budżet dla tego dziecka.|Każde dziecko ma bon szkolny.",
            ],
            [
                "Opłaty za korzystanie",
                "Ludzie płacą, gdy korzystają z usługi: całość kosztów albo ich część. Ci, którzy mają mało pieniędzy, płacą mniej lub nic.",
                "Opłata za każdą wizytę u lekarza rodzinnego.|Kierowcy płacą za drogi od przejechanej mili.",
            ],
            [
                "Spółdzielcza własność i współzarządzanie usługami",
                "Usługę prowadzą ludzie, którzy w niej pracują, ludzie, którzy z niej korzystają, albo jedni i drudzy. Społeczeństwo odpowiedzialnie współdecyduje.",
                "Centrum dla dzieci ma zarząd: jedna trzecia to rodzice, jedna trzecia to pracownicy, a jedna trzecia to mieszkańcy.",
            ],
        ],
    )
}

pub fn bengali() -> Pack {
    pack(
        "bn",
        "জনসেবার জন্য নয়টি ধারণা",
        ["ক. সম্পদ ও ব্যক্তি", "খ. সেবার পরিকল্পনা ও ব্যবস্থা", "গ. স্থানীয় সিদ্ধান্ত"],
        &[
            [
                "ব্যক্তির হাতে বাজেট",
                "আপনি কোনো সেবা ব্যবহার করলে আপনার জন্য বরাদ্দ অর্থ আপনিই নিয়ন্ত্রণ করেন। সেই অর্থ দিয়ে কী নেবেন, সেই সিদ্ধান্ত আপনার।",
                "স্কুলে বিশেষ চাহিদাসম্পন্ন শিশুর অভিভাবক সেই শিশুর জন্য একটি বাজেট পান।|প্রতিটি শিশুর একটি স্কুল ভাউচার আছে।",
            ],
            [
                "ব্যবহারকারীর কাছ থেকে মূল্য নেওয়া",
                "মানুষ কোনো সেবা ব্যবহার করলে তার মূল্য দেন: পুরো খরচ অথবা তার একটি অংশ। যাঁদের অর্থ কম, তাঁরা কম দেন অথবা কিছুই দেন না।",
                "প্রতিবার চিকিৎসকের কাছে গেলে একটি ফি দিতে হয়।",
            ],
            [
                "নাগরিক উপদেষ্টা",
                "প্রত্যেকের একজন উপদেষ্টা থাকবেন: এমন একজন, যিনি জানেন কী সাহায্য পাওয়া যায় এবং আপনার জন্য উপযুক্ত সাহায্য খুঁজে দেন।",
                "বছরে একবার কাউন্সিল আপনাকে একটি “জীবন পর্যালোচনা” দেয়: আপনি ও একজন উপদেষ্টা, মুখোমুখি।",
            ],
        ],
    )
}

pub fn urdu() -> Pack {
    pack(
        "ur",
        "عوامی خدمات کے لیے نو خیالات",
        ["الف۔ وسائل اور فرد", "ب۔ خدمات کی منصوبہ بندی اور فراہمی", "ج۔ مقامی فیصلے"],
        &[
            [
                "افراد کے اپنے بجٹ",
                "اگر آپ کوئی سروس استعمال کرتے ہیں تو آپ کے لیے رکھی گئی رقم آپ کے اختیار میں ہوتی ہے۔ آپ خود فیصلہ کرتے ہیں کہ اس سے کیا لیں۔",
                "اسکول میں خصوصی ضروریات والے بچے کے والدین کو اس بچے کے لیے بجٹ ملتا ہے۔|ہر بچے کے پاس اسکول کا واؤچر ہوتا ہے۔",
            ],
            [
                "صارفین سے فیس",
                "لوگ جب کوئی سروس استعمال کرتے ہیں تو ادائیگی کرتے ہیں: پوری لاگت یا اس کا ایک حصہ۔ جن کے پاس کم پیسے ہیں وہ کم دیتے ہیں یا کچھ نہیں دیتے۔",
                "ہر بار جب آپ اپنے GP سے ملیں تو £10 فیس۔",
            ],
            [
                "شہریوں کے مشیر",
                "ہر ایک کا ایک مشیر ہوتا ہے: ایک شخص جو جانتا ہے کہ کیا مدد دستیاب ہے، اور مناسب مدد ڈھونڈنے میں آپ کا ساتھ دیتا ہے۔",
                "سال میں ایک بار کونسل آپ کو ”زندگی کا جائزہ“ پیش کرتی ہے: آپ اور ایک مشیر، آمنے سامنے۔",
            ],
        ],
    )
}
