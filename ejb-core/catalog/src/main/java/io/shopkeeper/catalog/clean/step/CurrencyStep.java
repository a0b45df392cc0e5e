package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs, names and codes of currencies: those beside a price move into the field of the currency as
 * ISO 4217 codes. With a table of rates and the wish to convert, prices become the shop's currency,
 * rounded to its decimals. A sign that several currencies share (¥, $) means the shop's own where
 * that is one of them.
 */
final class CurrencyStep implements Step {

  private static final Map<String, String> NAMES = names();
  private static final Map<String, String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableMap(code -> code, code -> code));
  private static final Pattern BESIDE =
      Pattern.compile(
          "([^\\d\\s.,()'’+-][^\\d]*?)?\\s*([-+(]?\\d[\\d.,'’\\s]*\\)?)\\s*([^\\d\\s.,()]+.*)?");

  /**
   * What to do.
   *
   * @param standard where nothing is said; empty for the shop's
   * @param rates what one unit of a currency is in the standard one
   */
  record Options(String standard, boolean convert, Map<String, BigDecimal> rates) {

    Options {
      if (!standard.isEmpty() && !CODES.containsKey(standard)) {
        throw InvalidInputException.of("standard", "must be an ISO 4217 code such as EUR or CNY");
      }
      rates.forEach(
          (code, rate) -> {
            if (!CODES.containsKey(code) || rate.signum() <= 0) {
              throw InvalidInputException.of(
                  "rates",
                  "must be lines such as GBP=1.17, but one is %s=%s".formatted(code, rate));
            }
          });
      if (convert && rates.isEmpty()) {
        throw InvalidInputException.of(
            "rates", "is missing: to convert give lines such as GBP=1.17");
      }
    }

    static Options read(OptionReader reader) {
      Map<String, BigDecimal> rates = new HashMap<>();
      reader
          .lines("rates")
          .forEach(
              (code, rate) -> {
                if (!NumberText.isPlain(rate)) {
                  throw InvalidInputException.of(
                      "rates", "the rate of %s must be a number".formatted(code));
                }
                rates.put(code.toUpperCase(Locale.ROOT), new BigDecimal(rate));
              });
      return new Options(
          reader.text("standard").toUpperCase(Locale.ROOT),
          reader.flag("convert"),
          Map.copyOf(rates));
    }
  }

  private final Options options;
  private final String standard;

  CurrencyStep(Options options, String shops) {
    this.options = options;
    this.standard = options.standard().isEmpty() ? shops : options.standard();
  }

  @Override
  public void clean(Draft row) {
    row.get("currency")
        .ifPresent(
            text ->
                code(text).ifPresent(code -> row.repair("currency", code, "currency.code", "")));
    for (String field : row.fields()) {
      if (Fields.isMoney(field)) {
        row.get(field).ifPresent(value -> beside(row, field, value));
      }
    }
    if (options.convert()) {
      convert(row);
    }
  }

  /** A sign or name beside the number moves into the currency. */
  private void beside(Draft row, String field, String value) {
    Matcher parts = BESIDE.matcher(value);
    if (!parts.matches()) {
      return;
    }
    String before = parts.group(1) == null ? "" : parts.group(1).strip();
    String after = parts.group(3) == null ? "" : parts.group(3).strip();
    if (before.isEmpty() == after.isEmpty()) {
      return;
    }
    Optional<String> code = code(before.isEmpty() ? after : before);
    if (code.isEmpty()) {
      return;
    }
    Optional<String> said = row.get("currency");
    if (said.isPresent() && !said.get().equals(code.get())) {
      row.fault(
          field,
          "currency.conflict",
          "says %s, but the currency of the row is %s".formatted(code.get(), said.get()));
      return;
    }
    row.repair(field, parts.group(2).strip(), "currency.sign", "");
    row.repair("currency", code.get(), "currency.sign", "from the sign beside " + field);
  }

  private Optional<String> code(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (CODES.containsKey(upper)) {
      return Optional.of(upper);
    }
    String plain = upper.replace(".", "");
    if (plain.equals("¥") || plain.equals("￥")) {
      return Optional.of(standard.equals("JPY") ? "JPY" : "CNY");
    }
    if (plain.equals("$")) {
      String code = CODES.get(standard);
      boolean dollar = code != null && code.endsWith("D");
      return Optional.of(dollar ? code : "USD");
    }
    return Optional.ofNullable(NAMES.get(plain));
  }

  private void convert(Draft row) {
    String code = row.get("currency").orElse(standard);
    BigDecimal rate = options.rates().get(code);
    if (code.equals(standard)) {
      return;
    }
    if (rate == null) {
      row.doubt("currency", "currency.rate", "there is no rate for " + code);
      return;
    }
    boolean all =
        row.fields().stream()
            .filter(Fields::isMoney)
            .flatMap(field -> row.get(field).stream())
            .allMatch(value -> NumberText.plain(value, NumberText.Decimal.POINT).isPresent());
    if (!all) {
      return;
    }
    int decimals = Currency.getInstance(standard).getDefaultFractionDigits();
    String detail = "1 %s = %s %s".formatted(code, rate.toPlainString(), standard);
    for (String field : row.fields()) {
      if (Fields.isMoney(field) && row.get(field).isPresent()) {
        String plain =
            NumberText.plain(row.get(field).get(), NumberText.Decimal.POINT).orElseThrow();
        BigDecimal converted =
            new BigDecimal(plain)
                .multiply(rate)
                .setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN);
        row.repair(field, converted.toPlainString(), "currency.converted", detail);
      }
    }
    row.repair("currency", standard, "currency.converted", detail);
  }

  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    names.put("€", "EUR");
    names.put("EURO", "EUR");
    names.put("EUROS", "EUR");
    names.put("欧元", "EUR");
    names.put("£", "GBP");
    names.put("GBP£", "GBP");
    names.put("US$", "USD");
    names.put("美元", "USD");
    names.put("RMB", "CNY");
    names.put("CN¥", "CNY");
    names.put("元", "CNY");
    names.put("人民币", "CNY");
    names.put("日元", "JPY");
    names.put("円", "JPY");
    names.put("HK$", "HKD");
    names.put("港币", "HKD");
    names.put("NT$", "TWD");
    names.put("A$", "AUD");
    names.put("AU$", "AUD");
    names.put("C$", "CAD");
    names.put("CA$", "CAD");
    names.put("₩", "KRW");
    names.put("₹", "INR");
    names.put("RS", "INR");
    names.put("₽", "RUB");
    names.put("₺", "TRY");
    names.put("ZŁ", "PLN");
    names.put("KČ", "CZK");
    names.put("FR", "CHF");
    names.put("SFR", "CHF");
    names.put("R$", "BRL");
    return Map.copyOf(names);
  }
}
