package io.shopkeeper.integration.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.server.AttackedHour;
import io.shopkeeper.integration.server.AttackedHour.Attack;
import io.shopkeeper.integration.server.AttackedHour.Line;
import io.shopkeeper.integration.server.Database;
import io.shopkeeper.integration.server.KeptDecisions;
import io.shopkeeper.integration.server.PaidHistory;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.TrainedVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour under five attacks, played to a shop with rules and a model in about a minute. Prints how
 * many payments a second were judged, how soon the console showed a case of each attack, and how
 * many good payments raised an alert. Then the same again on a server that is killed in the middle:
 * every decision, score, reason and feature is the same to the last digit, and no alert is lost.
 */
class AttackReplay {

  private static final int CUSTOMERS = 10_000;
  private static final int PAYMENTS = 14_000;
  private static final int TOGETHER = 50;
  private static final int MANY = 1_000;
  private static final int A_SECOND = 200;
  private static final double SOON_SECONDS = 5;

  private final Map<Attack, String> caught = new EnumMap<>(Attack.class);
  private final Map<String, Integer> ofGood = new TreeMap<>();
  private double rate;
  private double slowest;

  @TempDir private Path folder;

  @Test
  void attacksAreSeenAndAKilledServerDecidesTheSame() throws Exception {
    Instant begin =
        Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.HOURS).minusSeconds(7_200);
    var hour = AttackedHour.of("ah", 2026, begin, CUSTOMERS, PAYMENTS);
    Path postgres = folder.resolve("postgres");
    Path copy = folder.resolve("copy");
    prepare(postgres, hour);
    copy(postgres, copy);
    KeptDecisions whole = unbroken(postgres, hour);
    KeptDecisions broken = killed(copy, hour.hour());
    assertThat(whole.size()).isEqualTo(hour.hour().size());
    assertThat(whole.differences(broken)).as("otherwise after a kill -9").isEmpty();
    say(
        "after kill -9 in the middle: %d decisions, their scores, reasons and %d features are the"
            + " same to the last digit, and %d alerts are in cases",
        whole.size(), whole.values(), whole.inCases().size());
    assertThat(slowest).as("seconds until the latest case").isLessThan(SOON_SECONDS);
    assertThat(rate).as("payments a second").isGreaterThanOrEqualTo(A_SECOND);
  }

  private ShopServer start(Database database) {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("SHOPKEEPER_RATE_PER_SECOND", "1000000");
    return ShopServer.startAtFullSpeed(folder.resolve("shop"), environment);
  }

  /** A shop with a past and a model; what depends on how fast this machine is is switched off. */
  private void prepare(Path postgres, AttackedHour hour) {
    try (Database database = Database.startIn(postgres);
        ShopServer shop = start(database)) {
      ShopApi api = shop.api();
      for (String name : List.of("fraud.budget-ms", "fraud.storage-ms")) {
        api.put("settings/" + name, "{\"value\":\"60000\"}").good();
      }
      PaidHistory.fill(api, "paid");
      TrainedVersion.served(api, "fraud", "{\"algorithm\":\"gradient-boosting\"}");
      for (int from = 0; from < hour.before().size(); from += MANY) {
        judge(api, hour.before().subList(from, Math.min(from + MANY, hour.before().size())));
      }
    }
  }

  private static JsonNode judge(ShopApi api, List<Line> lines) {
    String body = lines.stream().map(Line::json).collect(Collectors.joining(",", "[", "]"));
    JsonNode answer = api.post("transactions:score", body).good().json();
    assertThat(answer.path("refused").asInt()).as(answer.toString()).isZero();
    return answer.path("results");
  }

  private KeptDecisions unbroken(Path postgres, AttackedHour attacked) throws Exception {
    List<Line> hour = attacked.hour();
    try (Database database = Database.startIn(postgres);
        ShopServer shop = start(database);
        var watch = new CaseWatch(shop, attacked.before().getLast().id())) {
      ShopApi api = shop.api();
      long begun = System.nanoTime();
      for (List<Line> part : parts(hour)) {
        long asked = System.nanoTime();
        note(part, judge(api, part), asked, watch);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      tell(hour, seconds, watch.found());
      return KeptDecisions.of(database, hour.stream().map(Line::id).toList());
    }
  }

  private static List<List<Line>> parts(List<Line> hour) {
    return Stream.iterate(0, from -> from < hour.size(), from -> from + TOGETHER)
        .map(from -> hour.subList(from, Math.min(from + TOGETHER, hour.size())))
        .toList();
  }

  private void note(List<Line> lines, JsonNode results, long asked, CaseWatch watch) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      JsonNode verdict = results.path(i).path("verdict");
      if (line.attack() == null) {
        ofGood.merge(verdict.path("decision").asText(), 1, Integer::sum);
      } else if (verdict.path("rules").findValuesAsText("rule").contains(line.attack().rule())
          && caught.putIfAbsent(line.attack(), line.id()) == null) {
        watch.expect(line.id(), asked);
      }
    }
  }

  private void tell(List<Line> hour, double seconds, Map<String, Double> shown) {
    rate = hour.size() / seconds;
    say("an hour of %d payments in %.1f s: %.0f a second", hour.size(), seconds, rate);
    assertThat(caught.keySet()).as("attacks that were known").containsExactly(Attack.values());
    for (Attack attack : Attack.values()) {
      String first = caught.get(attack);
      List<String> its = hour.stream().filter(one -> one.attack() == attack).map(Line::id).toList();
      say(
          "%s: known by the rule %s at payment %d of %d, a case in the console %.2f s after it was"
              + " asked about",
          attack, attack.rule(), its.indexOf(first) + 1, its.size(), shown.get(first));
      slowest = Math.max(slowest, shown.getOrDefault(first, Double.POSITIVE_INFINITY));
    }
    int good = ofGood.values().stream().mapToInt(Integer::intValue).sum();
    int alarms = ofGood.getOrDefault("review", 0) + ofGood.getOrDefault("block", 0);
    say(
        "false alarms: %d of %d good payments raised an alert, %.3f %%; %.3f %% were to be"
            + " confirmed (%s)",
        alarms,
        good,
        100.0 * alarms / good,
        100.0 * ofGood.getOrDefault("challenge", 0) / good,
        ofGood);
    assertThat(alarms).as(ofGood.toString()).isLessThan(good / 50);
  }

  private KeptDecisions killed(Path postgres, List<Line> hour) throws Exception {
    try (Database database = Database.startIn(postgres);
        ShopServer shop = start(database)) {
      ShopApi api = shop.api();
      List<List<Line>> parts = parts(hour);
      for (int i = 0; i < parts.size(); i++) {
        List<Line> part = parts.get(i);
        if (i == parts.size() / 2) {
          var cut = CompletableFuture.runAsync(() -> untilKilled(api, part));
          TimeUnit.MILLISECONDS.sleep(6);
          shop.kill();
          cut.join();
          shop.start();
        }
        judge(api, part);
      }
      return KeptDecisions.of(database, hour.stream().map(Line::id).toList());
    }
  }

  private static void untilKilled(ShopApi api, List<Line> part) {
    try {
      judge(api, part);
      say("killed after %d payments were answered", part.size());
    } catch (UncheckedIOException killed) {
      say("killed while %d payments were judged", part.size());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void say(String what, Object... values) {
    System.err.println(String.format(Locale.ROOT, what, values));
  }
}
