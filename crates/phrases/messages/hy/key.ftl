# The key that second factors are sealed with.
key-given-is-none = PERENNIAL_KEY-ում բանալի չէ։ Տվեք բանալու 64 նիշը կամ հանեք փոփոխականը։
key-unread = «{ $file }» ֆայլը հնարավոր չէ օգտագործել
key-open = «{ $file }»-ում եղած բանալին կարող են կարդալ ուրիշները։ Թողեք միայն տիրոջը՝ chmod 600։
key-is-none = «{ $file }»-ում բանալի չկա։ Վերադարձրեք այնտեղ եղած ֆայլը։
key-missing = Երկրորդ գործոնների բանալին «{ $file }»-ում չէ։ Վերադարձրեք այն կամ նշեք PERENNIAL_KEY-ում։ Եթե կորել է՝ perennial user reset EMAIL --second-factor յուրաքանչյուրի համար, ով ունի այն։
key-other = Երկրորդ գործոնները կնքված են այլ բանալիով, ոչ թե նրանով, որ «{ $file }»-ում կամ PERENNIAL_KEY-ում է։ Վերադարձրեք իրենց բանալին։ Եթե կորել է՝ perennial user reset EMAIL --second-factor յուրաքանչյուրի համար, ով ունի այն։
