package io.shopkeeper.console.ledger;

import io.shopkeeper.platform.boundary.list.ListQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** A query as the parameters of an address, and back: the address of a list says all there is. */
final class LedgerAddress {

  static final String SORT = "sort";
  static final String AFTER = "after";
  static final String BEFORE = "before";
  private static final int LONGEST_VALUE = 200;

  private LedgerAddress() {}

  /**
   * What an address asks for.
   *
   * @param parameter gives a parameter's value, or null
   */
  static ListQuery read(LedgerSource<?> source, UnaryOperator<String> parameter, int rows) {
    Map<String, String> filters = new LinkedHashMap<>();
    for (LedgerFilter filter : source.filters()) {
      given(parameter, filter.name()).ifPresent(value -> filters.put(filter.name(), value));
    }
    String sort = given(parameter, SORT).orElse("");
    boolean descending = sort.isEmpty() || sort.startsWith("-");
    Optional<String> before = given(parameter, BEFORE);
    String cursor = before.or(() -> given(parameter, AFTER)).orElse("");
    return new ListQuery(
        filters, sort.replaceFirst("^-", ""), descending, cursor, before.isPresent(), rows);
  }

  private static Optional<String> given(UnaryOperator<String> parameter, String name) {
    return Optional.ofNullable(parameter.apply(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> value.substring(0, Math.min(value.length(), longest(name))));
  }

  private static int longest(String name) {
    return name.equals(AFTER) || name.equals(BEFORE) ? 10 * LONGEST_VALUE : LONGEST_VALUE;
  }

  /** Filters and order without a place: what a saved view keeps. */
  static Map<String, String> parameters(ListQuery query) {
    Map<String, String> parameters = new LinkedHashMap<>(query.filters());
    if (!query.sort().isEmpty()) {
      parameters.put(SORT, (query.descending() ? "-" : "") + query.sort());
    }
    return parameters;
  }

  static String write(String page, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return page;
    }
    var text = new StringJoiner("&", page + "?", "");
    parameters.forEach((name, value) -> text.add(name + "=" + encode(value)));
    return text.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
