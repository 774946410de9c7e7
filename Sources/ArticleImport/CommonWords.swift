extension Language {
  /// The words that no text of a language does without. A word of several counts for each.
  static let common: [String: String] = [
    "en":
      "the of and to a in that is was he for it with as his on be at by i this had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what up its about than into them can only other new some could these two may then do first any my now such like our over",
    "de":
      "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei",
    "fr":
      "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se il sont avec ce mais ou son comme on été cette aux ont sa leur elle ses nous lui fait être deux même",
    "es":
      "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está",
    "it":
      "di e il la che in a per è un del non sono della una con si da al le i dei nel alla ha anche lo come più ma delle gli se dal questo dalla ai su o essere nella stato sul hanno loro",
    "pt":
      "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos",
    "nl":
      "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij of uit nog door over ze naar wordt hij heeft worden deze hebben was meer tot kan geen werd",
    "sv":
      "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när nu också eller efter ska under där hon mot år varit blev",
    "da":
      "og i at det er en til på som for af de med den der ikke har et var han om men sig fra vi kan også eller efter skal hun ved blev være så år nu når",
    "no":
      "og i det er på en som til for av at med de har den ikke et var han om men seg fra vi kan også eller etter skal hun ved ble være så år nå når opp",
    "fi":
      "ja on ei että se hän oli mutta ovat joka myös kuin niin kun sen mukaan ole mitä olla jos vain nyt tai ne hänen vuoden sekä jo tämä",
    "pl":
      "w i na z się nie do to że jest o po jak od za co przez tym są dla tak ale czy oraz który która które przy był było ma tego jego być już może ze",
    "cs":
      "a se v na je že o s z do i to k ve pro za by ale si po jako jsou od který která také podle jeho byl bylo až při nebo může jen už",
    "hr":
      "i je u na se da su za od s o a ne koji kao to što iz bi koja će nije ali po sa biti te samo bio još kako više ili dok nakon",
    "hu":
      "a az és hogy nem is egy volt meg ez csak de ha már még mint szerint vagy el azt lesz ki amely ezt után pedig kell",
    "ro":
      "de și în a la cu pe că nu din este care o pentru mai un să au se prin sau fost după dar ale său sunt fi ca lui cele acest",
    "tr":
      "ve bir bu da de için ile olarak çok daha olan gibi ne sonra kadar en olduğunu var ise ancak değil dedi göre ki ama",
    "sq": "të e në dhe i për me një që nga se është ka nuk më si do ky kjo janë u por edhe kanë ishte pas",
    "id":
      "yang dan di untuk dengan dari ini pada itu tidak dalam adalah akan juga ke oleh telah sebagai kata atau dia mereka saat karena bisa",
    "vi": "và của là có được cho trong không với các một người đã này những về từ đến khi để ở ra vào cũng",
    "ru": "и в не на что с по как это из за то к а его но от о для он все так до они был было она или при",
    "uk":
      "і в не на що з та як це із за до а його але від про для він все так вони був було вона або при є й",
    "bg": "и на да в се за от не са че по с като това до при най която той които още има бе ще след беше",
    "sr": "и у је на се да су за од са о а не који као то што из би која ће није али по биће само",
  ]
}
