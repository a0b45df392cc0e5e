package io.shopkeeper.fraud.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.features.Fingerprint;
import io.shopkeeper.fraud.features.IpNetwork;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.rules.Edits;
import io.shopkeeper.fraud.rules.KeyField;
import io.shopkeeper.fraud.rules.PaymentFacts;
import io.shopkeeper.fraud.rules.Truth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueListTest {

  private static final long NOW = 1_000;
  private static final long EVER = Long.MAX_VALUE;

  private static PaymentFacts facts(String email, boolean known, String ip, String country) {
    var payment =
        new Payment(
            "p",
            NOW,
            null,
            null,
            null,
            Fingerprint.ofEmail(email),
            ip,
            null,
            1,
            "EUR",
            country,
            null,
            Payment.NEVER,
            Payment.NEVER);
    return new PaymentFacts(
        new double[0],
        payment,
        known ? new PaymentFacts.Plain(email, null) : PaymentFacts.Plain.FORGOTTEN);
  }

  private static Truth has(
      ListKind kind, int distance, KeyField field, PaymentFacts facts, ValueList.Entry... entries) {
    var lists = new ValueLists(Map.of("l", new ValueList(kind, distance, List.of(entries))));
    return lists.has("l", field, facts);
  }

  private static ValueList.Entry entry(String text) {
    return new ValueList.Entry(text, EVER);
  }

  @Test
  void emailsAreFoundByWhatIsKeptAndSimilarOnesOnlyWhileTheyAreKnown() {
    ValueList.Entry anna = entry("Anna.Berg@Example.org");
    assertThat(
            has(
                ListKind.EMAIL,
                0,
                KeyField.EMAIL,
                facts("anna.berg@example.ORG", false, null, null),
                anna))
        .isEqualTo(Truth.TRUE);
    assertThat(
            has(
                ListKind.EMAIL,
                0,
                KeyField.EMAIL,
                facts("ana.berg@example.org", true, null, null),
                anna))
        .isEqualTo(Truth.FALSE);
    assertThat(
            has(
                ListKind.EMAIL,
                1,
                KeyField.EMAIL,
                facts("ana.berg@example.org", true, null, null),
                anna))
        .isEqualTo(Truth.TRUE);
    assertThat(
            has(
                ListKind.EMAIL,
                1,
                KeyField.EMAIL,
                facts("ana.berg@example.org", false, null, null),
                anna))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(
            has(
                ListKind.EMAIL,
                1,
                KeyField.EMAIL,
                facts("an.berg@example.org", true, null, null),
                anna))
        .isEqualTo(Truth.FALSE);
    assertThat(
            has(
                ListKind.EMAIL,
                2,
                KeyField.EMAIL,
                facts("an.berg@example.org", true, null, null),
                anna))
        .isEqualTo(Truth.TRUE);
    assertThat(has(ListKind.EMAIL, 1, KeyField.EMAIL, facts(null, true, null, null), anna))
        .isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void anEntryHoldsUntilItExpires() {
    PaymentFacts germany = facts(null, false, null, "de");
    assertThat(has(ListKind.COUNTRY, 0, KeyField.COUNTRY, germany, new ValueList.Entry("DE", NOW)))
        .isEqualTo(Truth.FALSE);
    assertThat(
            has(
                ListKind.COUNTRY,
                0,
                KeyField.COUNTRY,
                germany,
                new ValueList.Entry("DE", NOW),
                new ValueList.Entry("DE", NOW + 1)))
        .isEqualTo(Truth.TRUE);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.77, TRUE",
    "203.0.113.0/24, 203.0.114.1, FALSE",
    "203.0.113.7, 203.0.113.7, TRUE",
    "203.0.113.7, 203.0.113.8, FALSE",
    "203.0.113.128/25, 203.0.113.127, FALSE",
    "203.0.113.128/25, ::ffff:203.0.113.129, TRUE",
    "2001:db8::/32, 2001:DB8:1::5, TRUE",
    "2001:db8::/32, 2001:db9::5, FALSE",
    "2001:db8:0:0:0:0:0:1, 2001:db8::1, TRUE",
    "0.0.0.0/0, 8.8.8.8, TRUE",
    "0.0.0.0/0, 2001:db8::1, FALSE",
    "203.0.113.7, nowhere, UNKNOWN"
  })
  void networksAreFoundByTheirPrefix(String entry, String ip, Truth expected) {
    assertThat(has(ListKind.IP, 0, KeyField.IP, facts(null, false, ip, null), entry(entry)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3.256",
    "1.2.3",
    "1.2.3.4/33",
    "1.2.3.4/",
    "::/129",
    "1::2::3",
    "12345::",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "example.org",
    "1.2.3.4/x"
  })
  void whatIsNoNetworkIsNone(String text) {
    assertThat(IpNetwork.parse(text)).isEmpty();
  }

  @Test
  void aListThatIsGoneKnowsNothing() {
    assertThat(new ValueLists(Map.of()).has("l", KeyField.COUNTRY, facts(null, false, null, "DE")))
        .isEqualTo(Truth.UNKNOWN);
  }

  /** Beside the whole table of distances. */
  @Test
  void lettersThatDifferAreCountedAsInTheWholeTable() {
    List<String> words =
        List.of("", "a", "ab", "ba", "abc", "acb", "abcd", "badc", "xabcy", "axbc");
    for (String one : words) {
      for (String other : words) {
        for (int most = 0; most <= 4; most++) {
          assertThat(Edits.within(one, other, most))
              .as("%s %s %d", one, other, most)
              .isEqualTo(whole(one, other) <= most);
        }
      }
    }
  }

  private static int whole(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
