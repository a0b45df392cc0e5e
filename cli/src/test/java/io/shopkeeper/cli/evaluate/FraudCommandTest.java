package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FraudCommandTest {

  private static final int ROWS = 4000;

  @TempDir private static Path folder;

  private static String file;

  /**
   * Forty days, a hundred rows a day. Terminal 7 is in the hands of thieves from day 10 on: half of
   * what it sells is fraud. Nothing else tells them.
   */
  @BeforeAll
  static void write() throws IOException {
    var random = new SplittableRandom(11);
    List<String> lines =
        new ArrayList<>(List.of("tx_id,at,customer_id,terminal_id,amount,cause,fraud"));
    for (int row = 0; row < ROWS; row++) {
      int day = row / 100;
      int terminal = random.nextInt(25);
      boolean bad = terminal == 7 && day >= 10 && random.nextBoolean();
      boolean odd = random.nextInt(300) == 0;
      lines.add(
          "%d,%s,%d,%d,%d.%02d,%s,%d"
              .formatted(
                  90_000 + row,
                  LocalDateTime.of(2018, 7, 1, 0, 0).plusDays(day).plusMinutes(14L * (row % 100)),
                  500 + random.nextInt(300),
                  60 + terminal,
                  5 + random.nextInt(90),
                  random.nextInt(100),
                  bad ? "terminal" : odd ? "odd" : "none",
                  bad || odd ? 1 : 0));
    }
    Path path = folder.resolve("payments.csv");
    Files.write(path, lines);
    file = path.toString();
  }

  private static Ran fraud(String... more) {
    return run(
        Stream.concat(
                Stream.of(
                    "evaluate", "fraud", "--data", file, "--target", "fraud", "--drop", "cause"),
                Arrays.stream(more))
            .toArray(String[]::new));
  }

  private static JsonNode first(Ran ran) {
    assertThat(ran.status()).as(ran.err()).isZero();
    return ran.objects().getFirst();
  }

  @Test
  void fraudsThatCameBackFromTheBankAreLearntFrom() {
    Ran ran =
        fraud(
            "--split",
            "time:0.3",
            "--algorithm",
            "logistic",
            "--cost",
            "amount",
            "--budget",
            "0.05",
            "--json");

    JsonNode found = first(ran);
    assertThat(ran.err())
        .contains("Taken as ids: customer_id, terminal_id")
        .contains("Taken as nothing to learn from: tx_id")
        .contains("When a row was: at")
        .contains("How much was paid: amount");
    assertThat(found.path("task").asText()).isEqualTo("fraud");
    assertThat(found.path("algorithm").asText()).isEqualTo("logistic-regression");
    assertThat(found.path("default").asBoolean()).isFalse();
    assertThat(found.path("metrics").properties())
        .extracting(property -> property.getKey())
        .containsExactly(
            "pr_auc",
            "auc",
            "recall_at_budget",
            "precision_at_budget",
            "cost_saved",
            "cost_saved_share",
            "log_loss",
            "brier",
            "ece",
            "ece_if_perfect");
    // Half of what the terminal sells is fraud, and it sells 4 of 100.
    assertThat(found.path("metrics").path("recall_at_budget").asDouble()).isGreaterThan(0.75);
    assertThat(found.path("intervals").path("recall_at_budget").get(0).asDouble())
        .isLessThan(found.path("metrics").path("recall_at_budget").asDouble());
    assertThat(found.path("train").path("rows").asInt()).isEqualTo(2800);
    assertThat(found.path("drift").path("rows"))
        .extracting(line -> line.path("feature").asText())
        .hasSize(6)
        .first()
        .asString()
        .startsWith("fraud: ");
  }

  @Test
  void withoutLabelsNothingTellsThem() {
    JsonNode found =
        first(
            fraud(
                "--split", "time:0.3", "--algorithm", "logistic", "--label-delay", "0d", "--json"));

    assertThat(found.path("metrics").path("pr_auc").asDouble()).isLessThan(0.2);
  }

  @Test
  void daysAndKnownCustomers() throws IOException {
    Path out = folder.resolve("out.csv");
    String[] asked = {
      "--split",
      "dates:2018-07-11..2018-07-20,2018-07-28..2018-08-03",
      "--label-delay",
      "7d",
      "--algorithm",
      "logistic",
      "--json"
    };
    JsonNode whole = first(fraud(asked));
    JsonNode fewer =
        first(
            fraud(
                Stream.concat(
                        Arrays.stream(asked),
                        Stream.of("--drop-known", "customer_id", "--predictions", out.toString()))
                    .toArray(String[]::new)));

    assertThat(whole.path("train").path("rows").asInt()).isEqualTo(1000);
    assertThat(whole.path("test").path("rows").asInt()).isEqualTo(700);
    assertThat(fewer.path("test").path("rows").asInt()).isBetween(500, 699);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(1 + fewer.path("test").path("rows").asInt());
    // Rows are numbered as in the file.
    assertThat(lines.get(1).split(",")[1]).isEqualTo("2700");
  }

  @Test
  void theHandbooksFeaturesAreFifteen() {
    Ran ran = fraud("--split", "time:0.3", "--algorithm", "logistic", "--features", "handbook");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("15 features").contains("labels known after 7d");
  }

  @Test
  void compactFeaturesAreEleven() {
    Ran ran = fraud("--split", "time:0.3", "--algorithm", "forest", "--features", "compact");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("11 features").contains("labels known after 7d");
  }

  @Test
  void oddRowsAndTwoTogether() {
    JsonNode odd = first(fraud("--split", "rule:20", "--algorithm", "isolation-forest", "--json"));
    JsonNode both = first(fraud("--split", "rule:20", "--algorithm", "ensemble", "--json"));

    assertThat(odd.path("metrics").path("auc").asDouble()).isBetween(0.3, 0.9);
    assertThat(both.path("metrics").path("log_loss").asDouble()).isLessThan(0.2);
  }

  @Test
  void wrongUsageIsSaid() {
    assertThat(fraud("--split", "dates:2018").err()).contains("must be dates:FROM..TO,FROM..TO");
    assertThat(fraud("--split", "rule:20", "--budget", "2").err()).contains("--budget must be");
    assertThat(fraud("--split", "rule:20", "--label-delay", "soon").err())
        .contains("--label-delay must be a number with s, m, h or d");
    assertThat(fraud("--split", "rule:20", "--drop-known", "customer_id").err())
        .contains("--drop-known needs a split in time");
    assertThat(fraud("--split", "rule:20", "--entity", "card").err())
        .contains("--entity names the column card, but there are");
    assertThat(fraud("--split", "rule:20", "--features", "few").err())
        .contains("--features must be general, compact or handbook");
    assertThat(fraud("--split", "kfold:3", "--label-delay", "3d").err())
        .contains("needs a split in time");
    assertThat(
            run("evaluate", "fraud", "--data", file, "--split", "rule:20", "--target", "amount")
                .err())
        .contains("--target amount must have two values");
  }
}
