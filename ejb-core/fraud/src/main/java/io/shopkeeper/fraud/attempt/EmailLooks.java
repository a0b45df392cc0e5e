package io.shopkeeper.fraud.attempt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * What an e-mail address looks like, without asking anybody.
 *
 * @param local what is before the last @, in small letters
 * @param domain what is behind it, in small letters
 */
record EmailLooks(String local, String domain) {

  /** Providers of mailboxes for minutes that are met most. The shop's own list adds to them. */
  private static final Set<String> THROWAWAY =
      Set.of(
          "10minutemail.com",
          "20minutemail.com",
          "33mail.com",
          "dispostable.com",
          "emailondeck.com",
          "fakeinbox.com",
          "getairmail.com",
          "getnada.com",
          "grr.la",
          "guerrillamail.com",
          "guerrillamail.net",
          "guerrillamail.org",
          "mailcatch.com",
          "maildrop.cc",
          "mailinator.com",
          "mailnesia.com",
          "mintemail.com",
          "mohmal.com",
          "mytemp.email",
          "sharklasers.com",
          "spam4.me",
          "temp-mail.org",
          "tempail.com",
          "tempmail.com",
          "tempmailo.com",
          "throwawaymail.com",
          "trashmail.com",
          "yopmail.com",
          "yopmail.net");

  /** Providers that do not look at dots. */
  private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

  private static final int LONG_LOCAL = 10;

  static EmailLooks of(String email) {
    String text =
        Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    int at = text.lastIndexOf('@');
    return at < 0
        ? new EmailLooks(text, "")
        : new EmailLooks(text.substring(0, at), text.substring(at + 1));
  }

  /** The mailbox that it leads to: without a tag behind +, and without dots where none count. */
  String inbox() {
    int tag = local.indexOf('+');
    String box = tag > 0 ? local.substring(0, tag) : local;
    boolean dotless = WITHOUT_DOTS.contains(domain);
    return (dotless ? box.replace(".", "") : box) + "@" + (dotless ? "gmail.com" : domain);
  }

  /** Without digits and signs: such as of {@code anna.lee17} and {@code annalee_18}. */
  String shape() {
    String letters = local.replaceAll("[^\\p{L}]+", "");
    return letters.isEmpty() ? "" : letters + "@" + domain;
  }

  /** Whether it is of a provider of mailboxes for minutes, or under one. */
  boolean throwaway() {
    return THROWAWAY.stream().anyMatch(each -> domain.equals(each) || domain.endsWith("." + each));
  }

  /**
   * Whether a machine seems to have made it up: many digits among the letters, or letters that
   * nobody can say.
   */
  boolean random() {
    String box = inbox();
    String text = box.substring(0, box.lastIndexOf('@')).replaceAll("[^\\p{L}\\p{N}]+", "");
    if (text.length() < LONG_LOCAL) {
      return false;
    }
    String letters = text.replaceAll("[^a-z]+", "");
    String changes = text.replaceAll("[a-z]+", "a").replaceAll("\\p{N}+", "0");
    boolean mixed = changes.length() >= 5;
    boolean unsayable = letters.length() >= LONG_LOCAL && longestRun(letters) >= 6;
    return mixed || unsayable;
  }

  private static int longestRun(String letters) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < letters.length(); i++) {
      run = "aeiouy".indexOf(letters.charAt(i)) < 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
