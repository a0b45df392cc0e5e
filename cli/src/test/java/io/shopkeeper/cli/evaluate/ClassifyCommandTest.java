package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

  @TempDir private Path folder;

  /** Who buys depends on age and city; every name is another. */
  private String visits(String name, char delimiter) throws IOException {
    var random = new SplittableRandom(4);
    var text = new StringBuilder("name,age,city,spent,bought,at\n".replace(',', delimiter));
    for (int row = 0; row < 800; row++) {
      int age = 18 + random.nextInt(60);
      String city = List.of("Rom", "Oslo", "上海").get(random.nextInt(3));
      double score = (age - 48) / 6.0 + (city.equals("Rom") ? -2 : city.equals("Oslo") ? 2 : 0);
      boolean bought = random.nextDouble() < 1 / (1 + Math.exp(-score));
      text.append(
          String.format(
              Locale.ROOT,
              "n%d,%s,%s,%.2f,%s,%d%n".replace(',', delimiter),
              row,
              random.nextInt(20) == 0 ? "" : Integer.toString(age),
              city,
              10 + 2 * score,
              bought ? "yes" : "no",
              1_700_000_000_000L + row));
    }
    Path path = folder.resolve(name);
    Files.writeString(path, text);
    return path.toString();
  }

  @Test
  void aLeaderboardAsJson() throws IOException {
    String file = visits("visits.csv", ',');

    Ran ran =
        run(
            "evaluate",
            "classify",
            "--data",
            file,
            "--split",
            "rule:20",
            "--target",
            "bought",
            "--drop",
            "spent,at",
            "--algorithm",
            "logistic-regression",
            "--json");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("Left out").contains("name");
    JsonNode found = ran.objects().getFirst();
    assertThat(found.path("task").asText()).isEqualTo("classify");
    assertThat(found.path("metrics").path("auc").asDouble()).isGreaterThan(0.9);
    assertThat(found.path("metrics").properties())
        .extracting(property -> property.getKey())
        .contains("accuracy", "precision", "recall", "f1", "macro_f1", "pr_auc", "log_loss")
        .contains("brier", "ece", "ece_if_perfect");
    assertThat(found.path("intervals").path("auc").get(0).asDouble())
        .isLessThan(found.path("metrics").path("auc").asDouble());
    assertThat(found.path("train").path("rows").asInt() + found.path("test").path("rows").asInt())
        .isEqualTo(800);
  }

  @Test
  void predictionsGiveTheSameAccuracy() throws IOException {
    Path out = folder.resolve("out.csv");

    Ran ran =
        run(
            "evaluate",
            "classify",
            "--data",
            visits("visits.tsv", '\t'),
            "--split",
            "time:0.25",
            "--target",
            "bought",
            "--time",
            "at",
            "--positive",
            "no",
            "--algorithm",
            "logistic-regression",
            "--json",
            "--predictions",
            out.toString());

    assertThat(ran.status()).as(ran.err()).isZero();
    List<String> lines = Files.readAllLines(out);
    long right =
        lines.stream()
            .skip(1)
            .map(line -> line.split(","))
            .filter(cells -> (Double.parseDouble(cells[3]) > 0.5) == cells[2].equals("no"))
            .count();
    assertThat(lines).hasSize(201);
    assertThat(lines.get(1)).startsWith("logistic-regression,600,");
    assertThat(ran.objects().getFirst().path("metrics").path("accuracy").asDouble())
        .isCloseTo(right / 200.0, within(1e-9));
  }

  /** Of three classes logistic regression goes by its name. */
  @Test
  void severalClassesAreTheSoftmaxs() throws IOException {
    String[] asked = {
      "evaluate",
      "classify",
      "--data",
      visits("three.csv", ','),
      "--split",
      "rule:20",
      "--target",
      "city",
      "--drop",
      "at",
      "--algorithm",
      "logistic-regression",
      "--preset",
      "plain"
    };
    assertThat(run(asked).out()).contains("\nsoftmax (logistic-regression)  (training");
    String[] json = Arrays.copyOf(asked, asked.length + 1);
    json[asked.length] = "--json";
    JsonNode found = run(json).objects().getFirst();
    assertThat(found.path("algorithm").asText()).isEqualTo("logistic-regression");
    assertThat(found.path("title").asText()).isEqualTo("softmax (logistic-regression)");
  }

  @Test
  void aNumberIsPredictedAsOne() throws IOException {
    Ran ran =
        run(
            "evaluate",
            "classify",
            "--data",
            visits("visits.csv", ';'),
            "--split",
            "kfold:4@1",
            "--target",
            "spent",
            "--drop",
            "bought",
            "--algorithm",
            "linear-regression");

    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("rmse").contains("r2").contains("split kfold:4@1");
  }

  private Ran studied(String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("evaluate", "classify", "--data", visits("visits.csv", ','), "--target"));
    words.addAll(List.of("bought", "--drop", "spent,at", "--algorithm", "logistic-regression"));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  @Test
  void aLearningCurveStandsBesideTheMetrics() throws IOException {
    Ran ran = studied("--split", "kfold:2", "--learning-curve", "--json");
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode curve = ran.objects().getFirst().path("learningCurve");
    assertThat(curve.path("metric").asText()).isEqualTo("auc");
    assertThat(curve.path("rows"))
        .extracting(row -> row.path("trainRows").asInt())
        .containsExactly(60, 96, 155, 249, 400);
    JsonNode last = curve.path("rows").path(4);
    assertThat(last.path("test").asDouble())
        .as("the mean of the folds, beside that of all rows")
        .isCloseTo(ran.objects().getFirst().path("metrics").path("auc").asDouble(), within(0.02));
    assertThat(last.path("testError").isNumber()).isTrue();
    assertThat(studied("--split", "rule:20", "--learning-curve").out())
        .contains("learning curve (auc)")
        .containsPattern("trainRows +train +test +testError");
  }

  @Test
  void nestedCrossValidationMeasuresASearch() throws IOException {
    Ran ran = studied("--split", "kfold:3", "--nested", "--trials", "3", "--json");
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode rows = ran.objects().getFirst().path("nested").path("rows");
    assertThat(rows).hasSize(4);
    double mean = 0;
    for (int fold = 0; fold < 3; fold++) {
      assertThat(rows.path(fold).path("fold").asInt()).isEqualTo(fold + 1);
      mean += rows.path(fold).path("reached").asDouble() / 3;
    }
    assertThat(rows.path(3).path("fold").asText()).isEqualTo("mean");
    assertThat(rows.path(3).path("testRows").asInt()).isEqualTo(800);
    assertThat(rows.path(3).path("reached").asDouble()).isCloseTo(mean, within(1e-9));
    assertThat(rows.path(3).path("options").asText()).startsWith("standard error 0.0");
    assertThat(ran.objects().getFirst().has("learningCurve")).isFalse();

    assertThat(studied("--split", "none", "--nested").err()).contains("choose another --split");
    assertThat(studied("--split", "rule:20", "--nested", "--trials", "0").err())
        .contains("--trials must be 1 to 1000, but is 0");
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    String file = visits("visits.csv", ',');

    Ran target = run("evaluate", "classify", "--data", file, "--split", "none", "--target", "x");
    assertThat(target.status()).isEqualTo(2);
    assertThat(target.err()).contains("--target names the column x, but there are name, age");

    Ran split =
        run("evaluate", "classify", "--data", file, "--split", "time:0.2", "--target", "bought");
    assertThat(split.status()).isEqualTo(2);

    Ran positive =
        run(
            "evaluate",
            "classify",
            "--data",
            file,
            "--split",
            "none",
            "--target",
            "bought",
            "--positive",
            "perhaps");
    assertThat(positive.err()).contains("--positive must be a value of bought (no, yes)");

    Path gap = folder.resolve("gap.csv");
    Files.writeString(gap, "a,b\n1,yes\n2,\n");
    Ran missing =
        run("evaluate", "classify", "--data", gap.toString(), "--split", "none", "--target", "b");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("Row 2 has no b");
  }
}
