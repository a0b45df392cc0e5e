package io.shopkeeper.catalog.clean;

import static io.shopkeeper.catalog.clean.SampleRecords.NOW;
import static io.shopkeeper.catalog.clean.SampleRecords.customer;
import static io.shopkeeper.catalog.clean.SampleRecords.event;
import static io.shopkeeper.catalog.clean.SampleRecords.order;
import static io.shopkeeper.catalog.clean.SampleRecords.product;
import static io.shopkeeper.catalog.clean.SampleRecords.said;
import static io.shopkeeper.catalog.clean.SampleRecords.withAttributes;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.BehaviourEvent;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.OrderLine;
import io.shopkeeper.platform.boundary.FieldError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCheckTest {

  @Test
  void soundRecordsHaveNoFaults() {
    assertThat(RecordCheck.check(product("Knife", "Home/Kitchen", "19.90", "/media/k.svg")))
        .isEmpty();
    assertThat(RecordCheck.check(customer("mei@example.com", "zh-CN"))).isEmpty();
    assertThat(RecordCheck.check(order(new OrderLine("p-1", 1, BigDecimal.ONE)))).isEmpty();
    assertThat(RecordCheck.check(event(EventType.VIEW, "p-1", null, NOW), NOW)).isEmpty();
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThat(pointers(RecordCheck.check(product(" ", "Home//Kitchen", "-1", "javascript:x"))))
        .containsExactlyInAnyOrder("/titleEn", "/categoryPath", "/price", "/imageUrl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.999", "-0.01", "100000000000", "0.001"})
  void pricesOutsideTheColumnAreFaults(String price) {
    assertThat(pointers(RecordCheck.check(product("Knife", "Home", price, null))))
        .containsExactly("/price");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "19.9", "19.900", "99999999999.99"})
  void pricesThatFitAreFine(String price) {
    assertThat(RecordCheck.check(product("Knife", "Home", price, null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "data:text/html,x", "https://x/\"onerror=", "x.png"})
  void picturesComeOnlyFromWebAddresses(String address) {
    assertThat(pointers(RecordCheck.check(product("Knife", "Home", "1", address))))
        .containsExactly("/imageUrl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a/", "/a", "a/b/c/d/e/f/g", "a/ /b"})
  void aCategoryHasOneToSixNames(String path) {
    assertThat(pointers(RecordCheck.check(product("Knife", path, "1", null))))
        .contains("/categoryPath");
  }

  @Test
  void controlCharactersAreNoText() {
    assertThat(pointers(RecordCheck.check(product("Kni\u0000fe", "Home", "1", null))))
        .containsExactly("/titleEn");
    assertThat(RecordCheck.check(product("Two\nlines\tof text", "Home", "1", null))).isEmpty();
  }

  /** PostgreSQL keeps valid Unicode only; half a character would be an error of the database. */
  @Test
  void halfACharacterIsNoText() {
    assertThat(pointers(RecordCheck.check(said("\ud83d"), NOW))).containsExactly("/context");
    assertThat(RecordCheck.check(said("\ud83d\ude00"), NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "<b>", "é", "'; DROP TABLE product; --"})
  void idsAreShortAndPlain(String id) {
    BehaviourEvent strange =
        new BehaviourEvent(id, EventType.VIEW, "c", null, "p", null, "web", null, null, NOW);
    assertThat(pointers(RecordCheck.check(strange, NOW))).containsExactly("/eventId");
  }

  @Test
  void anIdOf129CharactersIsTooLong() {
    assertThat(pointers(RecordCheck.check(event(EventType.VIEW, "p".repeat(129), null, NOW), NOW)))
        .containsExactly("/productId");
    assertThat(RecordCheck.check(event(EventType.VIEW, "p".repeat(128), null, NOW), NOW)).isEmpty();
  }

  @Test
  void attributesAreFewAndShort() {
    Map<String, String> many =
        IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "a" + i, i -> "v"));
    assertThat(pointers(RecordCheck.check(withAttributes(many)))).containsExactly("/attributes");
    assertThat(pointers(RecordCheck.check(withAttributes(Map.of("colour", "x".repeat(301))))))
        .containsExactly("/attributes/colour");
  }

  @ParameterizedTest
  @CsvSource({"mei,/email", "me i@x.cn,/email", "a@b@c,/email", "<a@b>,/email"})
  void strangeMailAddressesAreFaults(String email, String pointer) {
    assertThat(pointers(RecordCheck.check(customer(email, "en")))).containsExactly(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc", "en; DROP", "x"})
  void strangeLanguagesAreFaults(String locale) {
    assertThat(pointers(RecordCheck.check(customer(null, locale)))).containsExactly("/locale");
  }

  @Test
  void anOrderHasSoundLines() {
    assertThat(pointers(RecordCheck.check(order()))).containsExactly("/lines");
    assertThat(pointers(RecordCheck.check(order(new OrderLine("p 1", 0, null)))))
        .containsExactly("/lines/0/productId", "/lines/0/quantity", "/lines/0/unitPrice");
  }

  @Test
  void timesLieBetween1990AndTomorrow() {
    assertThat(pointers(RecordCheck.check(event(EventType.VIEW, "p", null, null), NOW)))
        .containsExactly("/time");
    Duration day = Duration.ofDays(1);
    assertThat(RecordCheck.check(event(EventType.VIEW, "p", null, NOW.plus(day)), NOW)).isEmpty();
    assertThat(
            pointers(
                RecordCheck.check(
                    event(EventType.VIEW, "p", null, NOW.plus(day).plusMillis(1)), NOW)))
        .containsExactly("/time");
    assertThat(
            pointers(
                RecordCheck.check(event(EventType.VIEW, "p", null, java.time.Instant.EPOCH), NOW)))
        .containsExactly("/time");
  }

  @Test
  void aRatingHasZeroToFiveStars() {
    for (double stars : new double[] {0, 0.5, 5}) {
      assertThat(RecordCheck.check(event(EventType.RATING, "p", stars, NOW), NOW)).isEmpty();
    }
    for (Double stars : new Double[] {null, -0.1, 5.1, Double.NaN}) {
      assertThat(pointers(RecordCheck.check(event(EventType.RATING, "p", stars, NOW), NOW)))
          .containsExactly("/value");
    }
  }

  @Test
  void onlySearchesAndMessagesAreAboutNoProduct() {
    for (EventType type : EventType.values()) {
      boolean faulty = !RecordCheck.check(event(type, null, 1.0, NOW), NOW).isEmpty();
      assertThat(faulty).as(type.code()).isEqualTo(type.needsProduct());
    }
  }

  @Test
  void somebodyDidIt() {
    BehaviourEvent nobody =
        new BehaviourEvent("e", EventType.VIEW, null, null, "p", null, "web", null, null, NOW);
    assertThat(pointers(RecordCheck.check(nobody, NOW))).containsExactly("/customerId");
  }

  private static List<String> pointers(List<FieldError> errors) {
    return errors.stream().map(FieldError::pointer).toList();
  }
}
