package io.shopkeeper.fraud.erasure;

import io.shopkeeper.fraud.boundary.ListKind;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions of rules without the texts that name a customer: in their place stands one that names
 * nobody, so that the condition stays as it was for everybody else.
 */
final class ErasedTexts {

  private static final String NOBODY = "erased";

  /**
   * A key, a comparison and a text in quotes, in which a backslash takes the next sign as it is.
   */
  private static final Pattern TEST =
      Pattern.compile("\\b(customer|email|address)(\\s*!?=\\s*)\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private static final Map<String, ListKind> KINDS =
      Map.of("customer", ListKind.CUSTOMER, "email", ListKind.EMAIL, "address", ListKind.ADDRESS);

  private ErasedTexts() {}

  /** The same condition; equal to it where it does not name the customer. */
  static String of(String condition, CustomerKeys keys) {
    Map<ListKind, Set<String>> named = keys.byKind();
    return TEST.matcher(condition)
        .replaceAll(
            found -> {
              ListKind kind = KINDS.get(found.group(1));
              String text = found.group(3).replaceAll("\\\\(.)", "$1");
              boolean names = named.get(kind).contains(kind.key(text));
              return Matcher.quoteReplacement(
                  names ? found.group(1) + found.group(2) + '"' + NOBODY + '"' : found.group());
            });
  }
}
