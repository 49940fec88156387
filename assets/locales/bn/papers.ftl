# Words that stand on the papers, in Bengali. No native speaker has checked them yet.

paper-subject = { $study }-এর জন্য
posters-title = পোস্টার, { $study }
poster-example = যেমন
poster-like = এটি আমার সবচেয়ে ভালো লাগে
poster-argue = এটি নিয়ে আমি সবচেয়ে বেশি তর্ক করব
poster-room-green = একটি সবুজ স্টিকার, এবং আপনারটি লাগানোর জায়গা।
poster-room-red = একটি লাল স্টিকার, এবং আপনারটি লাগানোর জায়গা।
poster-number = পোস্টার { $n }, মোট { $of }, সংস্করণ { $version }
poster-continued = { $name }, পাতা { $sheet }
poster-tile = পাতা { $n }, মোট { $of }: সারি { $row }, স্তম্ভ { $column }। ডানে ও নিচে দাগ বরাবর কাটুন। পরের পাতাগুলির উপর তাদের দাগ পর্যন্ত রাখুন।

paper-version = { $study }, সংস্করণ { $version }
paper-of = {" "}/{" "}
paper-continued = , চলছে

ballot = ব্যালট
ballots-title = ব্যালট, { $study }
ballot-title = আপনার { $n }টি স্টিকার
ballot-lead = আপনার আছে { $green }টি সবুজ ও { $red }টি লাল।
ballot-seat = আপনার আসন
ballot-seat-alt = আপনার আসনের নম্বরের জন্য একটি ঘর।
ballot-tick = { $n }টি গোল ঘরে টিক দিন:
ballot-tick-what = যে ধারণা আপনার সবচেয়ে ভালো লাগে
ballot-mark = { $n }টি চৌকো ঘরে দাগ দিন:
ballot-mark-what = যেটি নিয়ে সবচেয়ে বেশি তর্ক করবেন
ballot-ideas = ধারণাগুলি
ballot-like = ভালো লাগে
ballot-argue = তর্ক করব
ballot-circle-alt = টিক দেওয়ার গোল ঘর।
ballot-square-alt = দাগ দেওয়ার চৌকো ঘর।
ballot-fold = একবার ভাঁজ করে জমা দিন।
ballot-over = উল্টো পিঠে আরও ধারণা।

handout = ধারণাগুলি
handout-title = ধারণাগুলি, { $study }
handout-lead = পোস্টারে যা আছে, কথা বলার সময় হাতের কাছে রাখুন।

consent = উপস্থিতি ও সম্মতি
consent-title = উপস্থিতি ও সম্মতি, { $study }
consent-lead = আপনি যা বলেন তা নিয়ে আমরা কী করি, চার লাইনে।
consent-record = আপনি রাজি হলে আমরা কথা রেকর্ড করি, যাতে কী বলা হল তা লিখে রাখা যায়।
consent-quote = আপনি রাজি হলে আমরা আপনার কথা উদ্ধৃত করতে পারি। আপনার নাম কখনও ব্যবহার করি না।
consent-keep = রেকর্ডিং নিরাপদে রাখি এবং কাজ শেষ হলে মুছে ফেলি।
consent-stop = আপনি যখন খুশি চলে যেতে পারেন, আর যা বলেছেন তা ফিরিয়ে নিতে পারেন।
consent-seat = আসন
consent-name = নাম
consent-recorded = রেকর্ড
consent-quoted = উদ্ধৃতি
consent-signed = স্বাক্ষর
consent-recorded-alt = রেকর্ডে রাজি হলে টিক দেওয়ার ঘর।
consent-quoted-alt = উদ্ধৃতিতে রাজি হলে টিক দেওয়ার ঘর।

seats-title = আসনের কার্ড, { $study }
door-title = দরজার লেখা, { $study }
door-come = ভিতরে আসুন।
door-quiet = দয়া করে শব্দ করবেন না: এখানে মানুষ কথা বলছেন ও শুনছেন।
