# Հաճախորդի մարդիկ։
contacts = Մարդիկ
contacts-none = Դեռ ոչ ոքի անունով չգիտենք
contact-add = Ավելացնել մարդ
contact-role = Ինչով է զբաղվում
contact-was-added = Ավելացված է՝ { $name }
contact-was-changed = Փոխված է
contact-was-removed = Հեռացված է
contact-changed-since = Այս տվյալներն այդ ընթացքում մեկ ուրիշը փոխել է։ Տեսեք՝ ինչ կա հիմա, և նորից փոխեք։
contact-too-many = Մեկ հաճախորդի մոտ ավելի քան { $most ->
        [one] { $most } մարդ
       *[other] { $most } մարդ
    }․ հանեք նրանց, ովքեր այլևս այնտեղ չեն
timeline-contact-added = Մարդ է ավելացվել
timeline-contact-changed = Մարդու տվյալները փոխվել են
timeline-contact-removed = Մարդը հեռացվել է
timeline-contact-restored = Մարդը վերադարձվել է
