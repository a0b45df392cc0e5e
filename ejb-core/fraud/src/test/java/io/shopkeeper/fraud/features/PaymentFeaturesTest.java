package io.shopkeeper.fraud.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PaymentFeaturesTest {

  private static double[] online(List<Payment> payments, int at, PaymentHistory history) {
    return PaymentFeatures.of(payments.get(at), history);
  }

  /** The same features at the moment of each payment and afterwards, with all others in memory. */
  @Test
  void tenThousandPaymentsReplayedOnlineAreAsInTheBatch() {
    List<Payment> payments = MadePayments.of(10_000, 7);
    var all = new PaymentHistory();
    List<Payment> shuffled = new ArrayList<>(payments);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.forEach(all::put);
    var sofar = new PaymentHistory();
    for (int i = 0; i < payments.size(); i++) {
      assertThat(online(payments, i, sofar))
          .as("%s", payments.get(i))
          .isEqualTo(PaymentFeatures.of(payments.get(i), all));
      sofar.put(payments.get(i));
    }
  }

  /** Against a count by hand over all payments. */
  @Test
  void velocitiesAreWhatCountingAllOfThemGives() {
    List<Payment> payments = MadePayments.of(1_500, 11);
    var history = new PaymentHistory();
    payments.forEach(history::put);
    for (int i = 0; i < payments.size(); i += 7) {
      Payment now = payments.get(i);
      Map<String, Double> seen = PaymentFeatures.named(PaymentFeatures.of(now, history));
      assertThat(seen.get("network.count.7d"))
          .isEqualTo((double) before(payments, now, Duration.ofDays(7), network(now)).size());
      if (now.card() == null) {
        assertThat(seen).doesNotContainKey("card.count.90d");
        continue;
      }
      Predicate<Payment> sameCard = one -> now.card().equals(one.card());
      List<Payment> quarter = before(payments, now, Duration.ofDays(90), sameCard);
      List<Payment> month = before(payments, now, Duration.ofDays(30), sameCard);
      List<Payment> week = before(payments, now, Duration.ofDays(7), sameCard);
      assertThat(seen.get("card.count.90d")).isEqualTo((double) quarter.size());
      assertThat(seen.get("card.refunded.90d"))
          .isEqualTo(
              (double) quarter.stream().filter(one -> one.refundedAt() <= now.time()).count());
      assertThat(seen.get("card.declined.7d"))
          .isEqualTo((double) week.stream().filter(one -> one.declinedAt() <= now.time()).count());
      assertThat(seen.get("card.amount.30d"))
          .isEqualTo(
              month.stream()
                      .filter(one -> one.currency().equals(now.currency()))
                      .mapToLong(Payment::cents)
                      .sum()
                  / 100.0);
      var customers = new HashSet<String>();
      customers.add(now.customer());
      month.forEach(one -> customers.add(one.customer()));
      assertThat(seen.get("card.customers.30d"))
          .isEqualTo((double) customers.stream().filter(Objects::nonNull).count());
      var addresses = new HashSet<String>();
      addresses.add(now.address());
      month.forEach(one -> addresses.add(one.address()));
      assertThat(seen.get("card.addresses.30d"))
          .isEqualTo((double) addresses.stream().filter(Objects::nonNull).count());
      assertThat(seen.get("card.known_days"))
          .isEqualTo(
              quarter.isEmpty() ? 0.0 : (now.time() - quarter.getFirst().time()) / 86_400_000.0);
    }
  }

  private static Predicate<Payment> network(Payment now) {
    String start = now.ip().substring(0, now.ip().lastIndexOf('.') + 1);
    return one -> one.ip().startsWith(start);
  }

  private static List<Payment> before(
      List<Payment> all, Payment now, Duration window, Predicate<Payment> which) {
    return all.stream()
        .filter(which)
        .filter(one -> Payment.IN_TIME.compare(one, now) < 0)
        .filter(one -> now.time() - one.time() < window.toMillis())
        .toList();
  }

  @Test
  void aPaymentThatIsTakenOutLeavesNothingBehind() {
    List<Payment> payments = MadePayments.of(400, 5);
    var history = new PaymentHistory();
    payments.forEach(history::put);
    var without = new PaymentHistory();
    for (int i = 0; i < payments.size(); i++) {
      if (i % 3 == 0) {
        history.remove(payments.get(i).id());
      } else {
        without.put(payments.get(i));
      }
    }
    assertThat(history.size()).isEqualTo(without.size());
    for (Payment payment : payments) {
      assertThat(PaymentFeatures.of(payment, history))
          .isEqualTo(PaymentFeatures.of(payment, without));
    }
  }

  @Test
  void aPaymentThatComesAgainReplacesItself() {
    Payment first = MadePayments.of(1, 1).getFirst();
    var history = new PaymentHistory();
    assertThat(history.put(first)).isEmpty();
    assertThat(history.put(first)).contains(first);
    assertThat(history.size()).isEqualTo(1);
    assertThat(history.before(first, KeyKind.IP).all()).containsExactly(first);
  }

  @Test
  void habitsAreThoseOfTheCustomer() {
    long day = 86_400_000L;
    var history = new PaymentHistory();
    for (int i = 0; i < 4; i++) {
      history.put(bought("h" + i, i * day + 10 * 3_600_000L, 1_000, "card-1", "d-1", "DE"));
    }
    Payment odd = bought("odd", 5 * day + 22 * 3_600_000L, 8_000, "card-2", "d-1", "FR");
    Map<String, Double> seen = PaymentFeatures.named(PaymentFeatures.of(odd, history));
    assertThat(seen)
        .containsEntry("amount", 80.0)
        .containsEntry("amount_to_usual", 8.0)
        .containsEntry("new_card", 1.0)
        .containsEntry("new_device", 0.0)
        .containsEntry("new_country", 1.0)
        .containsEntry("guest", 0.0)
        .containsEntry("hour", 22.0);
    assertThat(seen.get("hours_from_usual"))
        .isCloseTo(12, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(PaymentFeatures.named(PaymentFeatures.of(odd, new PaymentHistory())))
        .as("of nobody known")
        .doesNotContainKeys("amount_to_usual", "new_card", "hours_from_usual");
  }

  private static Payment bought(
      String id, long time, long cents, String card, String device, String country) {
    return new Payment(
        id,
        time,
        "c",
        card,
        device,
        null,
        "1.2.3.4",
        null,
        cents,
        "EUR",
        country,
        country,
        Payment.NEVER,
        Payment.NEVER);
  }

  @Test
  void networksAreTheFirst24Or48Bits() {
    assertThat(IpNetwork.range("203.0.113.77")).contains("203.0.113.0/24");
    assertThat(IpNetwork.range("::ffff:203.0.113.9")).contains("203.0.113.0/24");
    assertThat(IpNetwork.range("2001:db8:5:1::9")).contains("2001:db8:5::/48");
    assertThat(IpNetwork.range("2001:0DB8:0005:0002:0:0:0:1")).contains("2001:db8:5::/48");
    assertThat(IpNetwork.range("2001:db8::1")).contains("2001:db8:0::/48");
    assertThat(IpNetwork.range("::1")).contains("0:0:0::/48");
    assertThat(IpNetwork.range("example.org")).isEmpty();
    assertThat(IpNetwork.range("1:2")).isEmpty();
    assertThat(IpNetwork.range("203.0.113.256")).isEmpty();
    assertThat(IpNetwork.range("203.0.113.0/24")).isEmpty();
    assertThat(IpNetwork.range(null)).isEmpty();
  }

  @Test
  void everyFeatureHasItsWordsInBothLanguages() {
    var english = new FeatureWords(Locale.ENGLISH);
    var chinese = new FeatureWords(Locale.SIMPLIFIED_CHINESE);
    for (PaymentFeatures.Feature feature : PaymentFeatures.list()) {
      assertThat(english.of(feature.name())).doesNotContain("{").isNotEqualTo(feature.name());
      assertThat(chinese.of(feature.name())).matches(".*\\p{IsHan}.*").doesNotContain("{");
    }
    assertThat(english.of("card.declined.1h"))
        .isEqualTo("Declined payments with this card within an hour");
    assertThat(chinese.of("card.declined.1h")).isEqualTo("1 小时内此卡被拒绝的付款笔数");
    assertThat(PaymentFeatures.list())
        .extracting(PaymentFeatures.Feature::name)
        .doesNotHaveDuplicates();
  }
}
