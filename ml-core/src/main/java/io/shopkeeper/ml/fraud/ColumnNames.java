package io.shopkeeper.ml.fraud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a column says of it. */
final class ColumnNames {

  private static final Set<String> IDS =
      Set.of(
          "id",
          "card",
          "cc",
          "account",
          "acct",
          "customer",
          "client",
          "user",
          "device",
          "terminal",
          "merchant",
          "seller",
          "shop",
          "store",
          "phone",
          "email",
          "mail",
          "address",
          "addr",
          "zip",
          "postal",
          "postcode",
          "iban",
          "bin",
          "pan",
          "orig",
          "dest",
          "passport",
          "fingerprint",
          "session",
          "cookie",
          "imei",
          "payee",
          "payer",
          "sender",
          "receiver",
          "beneficiary");

  /** Of something that is measured, whatever it is measured of. */
  private static final Set<String> MEASURES =
      Set.of(
          "count",
          "counts",
          "months",
          "days",
          "hours",
          "minutes",
          "seconds",
          "weeks",
          "years",
          "month",
          "day",
          "hour",
          "week",
          "year",
          "age",
          "distance",
          "amount",
          "amt",
          "balance",
          "velocity",
          "distinct",
          "similarity",
          "score",
          "limit",
          "sum",
          "avg",
          "mean",
          "ratio",
          "rate",
          "since",
          "pop",
          "population",
          "risk",
          "income",
          "length",
          "lat",
          "long",
          "lon",
          "latitude",
          "longitude",
          "size",
          "total",
          "value",
          "price",
          "diff",
          "time",
          "num",
          "number",
          "newbalance",
          "oldbalance",
          "4w",
          "8w",
          "24h",
          "6h",
          "present",
          "valid");

  private static final Set<String> AMOUNTS =
      Set.of("amount", "amt", "value", "price", "total", "sum", "amounts");

  private static final Pattern NUMBERED_ID = Pattern.compile("id_?\\d+");

  private ColumnNames() {}

  /** The words of a name: {@code TX_AMOUNT}, {@code nameOrig}, {@code Merchant Id}. */
  static List<String> words(String name) {
    String apart = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : apart.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** Whether whole numbers under this name are ids. */
  static boolean id(String name) {
    if (NUMBERED_ID.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      return false;
    }
    return !measure(name) && words(name).stream().anyMatch(ColumnNames::idWord);
  }

  /** Whether it is something that is measured or counted. */
  static boolean measure(String name) {
    List<String> words = words(name);
    boolean card = words.contains("cc") || words.contains("card");
    return words.stream()
        .anyMatch(word -> MEASURES.contains(word) && !(card && word.equals("num")));
  }

  /** Whether it is a time. */
  static boolean time(String name) {
    return words(name).stream().anyMatch(Set.of("time", "timestamp", "date")::contains);
  }

  private static boolean idWord(String word) {
    String bare = word.replaceAll("\\d+$", "");
    return IDS.contains(bare) || (bare.length() > 3 && bare.endsWith("id"));
  }

  /** Whether it is the number of something that every row has its own of. */
  static boolean rowNumber(String name) {
    List<String> words = words(name);
    return words.isEmpty()
        || words.getFirst().equals("unnamed")
        || words.getFirst().equals("column")
        || words.contains("index")
        || words.contains("id")
        || words.getLast().endsWith("id")
        || words.contains("num");
  }

  /** Whether it is an IP address. */
  static boolean address(String name) {
    List<String> words = words(name);
    return words.contains("ip") || words.contains("ipaddress");
  }

  /** Whether it is how much was paid; 0 for no, else the greater the likelier. */
  static int amount(String name) {
    List<String> words = words(name);
    String joined = String.join("", words);
    if (joined.contains("amount") || words.contains("amt")) {
      return 2;
    }
    return words.stream().anyMatch(AMOUNTS::contains) ? 1 : 0;
  }

  /** Whether it is a latitude. */
  static boolean latitude(String name) {
    return words(name).stream().anyMatch(Set.of("lat", "latitude")::contains);
  }

  /** Whether it is a longitude. */
  static boolean longitude(String name) {
    return words(name).stream().anyMatch(Set.of("lon", "long", "lng", "longitude")::contains);
  }
}
