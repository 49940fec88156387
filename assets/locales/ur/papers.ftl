# Words that stand on the papers, in Urdu. No native speaker has checked them yet.

paper-subject = { $study } کے لیے
posters-title = پوسٹر، { $study }
poster-example = مثال کے طور پر
poster-like = مجھے یہ سب سے زیادہ پسند ہے
poster-argue = میں اس پر سب سے زیادہ بحث کروں گا
poster-room-green = ایک سبز اسٹیکر، اور آپ کے اسٹیکر کی جگہ۔
poster-room-red = ایک سرخ اسٹیکر، اور آپ کے اسٹیکر کی جگہ۔
poster-number = پوسٹر { $n } از { $of }، نسخہ { $version }
poster-continued = { $name }، ورق { $sheet }
poster-tile = ورق { $n } از { $of }: قطار { $row }، کالم { $column }۔ دائیں اور نیچے نشانوں پر کاٹیں۔ اسے اگلے اوراق پر ان کے نشانوں تک رکھیں۔

paper-version = { $study }، نسخہ { $version }
paper-of = {" "}از{" "}
paper-continued = ، جاری

ballot = بیلٹ
ballots-title = بیلٹ، { $study }
ballot-title = آپ کے { $n } اسٹیکر
ballot-lead = آپ کے پاس { $green } سبز اور { $red } سرخ ہے۔
ballot-seat = آپ کی نشست
ballot-seat-alt = آپ کی نشست کے نمبر کے لیے خانہ۔
ballot-tick = { $n } دائروں پر نشان لگائیں:
ballot-tick-what = جو خیال آپ کو سب سے زیادہ پسند ہیں
ballot-mark = { $n } چوکور پر نشان لگائیں:
ballot-mark-what = جس پر آپ سب سے زیادہ بحث کریں گے
ballot-ideas = خیالات
ballot-like = پسند
ballot-argue = بحث
ballot-circle-alt = نشان لگانے کے لیے دائرہ۔
ballot-square-alt = نشان لگانے کے لیے چوکور۔
ballot-fold = ایک بار تہہ کر کے جمع کرائیں۔
ballot-over = مزید خیالات دوسری طرف۔

handout = خیالات
handout-title = خیالات، { $study }
handout-lead = جو پوسٹروں پر لکھا ہے، بات چیت کے دوران پاس رکھنے کے لیے۔

consent = حاضری اور رضامندی
consent-title = حاضری اور رضامندی، { $study }
consent-lead = آپ جو کہتے ہیں ہم اس کا کیا کرتے ہیں، چار سطروں میں۔
consent-record = اگر آپ راضی ہوں تو ہم آواز ریکارڈ کرتے ہیں تاکہ جو کہا گیا وہ لکھ سکیں۔
consent-quote = اگر آپ راضی ہوں تو ہم آپ کے الفاظ نقل کر سکتے ہیں۔ ہم آپ کا نام کبھی استعمال نہیں کرتے۔
consent-keep = ہم ریکارڈنگ محفوظ رکھتے ہیں اور کام ختم ہونے پر مٹا دیتے ہیں۔
consent-stop = آپ جب چاہیں جا سکتے ہیں، اور اپنی کہی بات واپس لے سکتے ہیں۔
consent-seat = نشست
consent-name = نام
consent-recorded = ریکارڈ
consent-quoted = نقل
consent-signed = دستخط
consent-recorded-alt = اگر آپ ریکارڈ پر راضی ہیں تو نشان لگانے کا خانہ۔
consent-quoted-alt = اگر آپ نقل پر راضی ہیں تو نشان لگانے کا خانہ۔

seats-title = نشستوں کے کارڈ، { $study }
door-title = دروازے کا نشان، { $study }
door-come = تشریف لائیے۔
door-quiet = براہ کرم خاموش رہیں: یہاں لوگ بات کر رہے ہیں اور سن رہے ہیں۔
