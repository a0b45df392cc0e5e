package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.ml.family.RatingAlgorithms;
import io.shopkeeper.ml.rating.RatingAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.writeString(path, text);
    return path.toString();
  }

  /** Users of two tastes. */
  private String ratings(String name) throws IOException {
    var random = new SplittableRandom(5);
    var text = new StringBuilder();
    for (int user = 1; user <= 40; user++) {
      for (int place = 0; place < 12; place++) {
        int item = 1 + random.nextInt(30);
        int rating = item % 2 == user % 2 ? 4 + random.nextInt(2) : 1 + random.nextInt(2);
        text.append(user).append('\t').append(item).append('\t').append(rating);
        text.append('\t').append(880_000_000 + place).append('\n');
      }
    }
    return file(name, text.toString());
  }

  @Test
  void allRatingAlgorithmsPrintOneObjectEach() throws IOException {
    Ran ran =
        run(
            "evaluate",
            "rating",
            "--data",
            ratings("u.data"),
            "--split",
            "random:0.2@7",
            "--algorithm",
            "all",
            "--json");
    assertThat(ran.status()).isZero();
    assertThat(ran.err()).isEmpty();
    List<JsonNode> objects = ran.objects();
    assertThat(objects.stream().map(object -> object.path("algorithm").asText()))
        .containsExactlyElementsOf(
            RatingAlgorithms.all().stream().map(RatingAlgorithm::name).toList());
    assertThat(objects.stream().filter(object -> object.path("default").asBoolean())).hasSize(1);
    for (JsonNode object : objects) {
      assertThat(object.path("task").asText()).isEqualTo("rating");
      assertThat(object.path("split").asText()).isEqualTo("random:0.2@7");
      assertThat(object.path("train").path("rows").asInt()).isEqualTo(384);
      assertThat(object.path("test").path("rows").asInt()).isEqualTo(96);
      assertThat(object.path("train").path("sha256").asText()).hasSize(64);
      double error = object.path("metrics").path("rmse").asDouble();
      assertThat(error).isBetween(0.1, 3.0);
      assertThat(object.path("intervals").path("rmse").get(0).asDouble())
          .isLessThanOrEqualTo(error);
      assertThat(object.path("intervals").path("rmse").get(1).asDouble())
          .isGreaterThanOrEqualTo(error);
      assertThat(object.has("trainSeconds")).isTrue();
      assertThat(object.has("predictSeconds")).isTrue();
      assertThat(object.path("peakMemoryMb").asLong()).isPositive();
    }
  }

  @Test
  void recommendStandsBesidePopularityAndBeatsIt() throws IOException {
    Ran ran =
        run(
            "evaluate",
            "recommend",
            "--data",
            ratings("u.data"),
            "--split",
            "leave-last-1",
            "--min-rating",
            "4",
            "--json");
    assertThat(ran.status()).isZero();
    List<JsonNode> objects = ran.objects();
    assertThat(objects.stream().map(object -> object.path("algorithm").asText()))
        .containsExactly("item-neighbours-cosine", "popularity");
    assertThat(objects.get(0).path("metrics").path("recall_at_10").asDouble())
        .isGreaterThan(objects.get(1).path("metrics").path("recall_at_10").asDouble());
    Set<String> names =
        objects.get(0).path("metrics").properties().stream()
            .map(property -> property.getKey())
            .collect(Collectors.toSet());
    assertThat(names)
        .contains(
            "recall_at_10",
            "precision_at_10",
            "ndcg_at_10",
            "map_at_10",
            "hit_rate_at_10",
            "coverage",
            "novelty");
  }

  @Test
  void theSameSeedPrintsTheSameFigures() throws IOException {
    String data = ratings("u.data");
    String[] arguments = {"evaluate", "rating", "--data", data, "--split", "kfold:4@3", "--json"};
    assertThat(run(arguments).objects().getFirst().path("metrics"))
        .isEqualTo(run(arguments).objects().getFirst().path("metrics"));
  }

  @Test
  void predictionsGiveTheMetricAgain() throws IOException {
    Path out = folder.resolve("out.csv");
    Ran ran =
        run(
            "evaluate",
            "rating",
            "--data",
            ratings("u.data"),
            "--split",
            "time:0.25",
            "--json",
            "--predictions",
            out.toString());
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.getFirst()).isEqualTo("algorithm,user,item,rating,prediction");
    double squares = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      squares += Math.pow(Double.parseDouble(cells[3]) - Double.parseDouble(cells[4]), 2);
    }
    assertThat(Math.sqrt(squares / (lines.size() - 1)))
        .isEqualTo(ran.objects().getFirst().path("metrics").path("rmse").asDouble(), within(1e-9));
  }

  @Test
  void headersJsonLinesAndHistoriesAreRead() throws IOException {
    String csv = file("a.csv", "rating,productId,customerId\n5,p1,a\n1,p2,a\n4,p1,b\n");
    assertThat(run("evaluate", "rating", "--data", csv, "--split", "none", "--json").status())
        .isZero();
    String lines = file("a.jsonl", "{\"user\":\"a\",\"item\":\"x\",\"rating\":3}\n".repeat(3));
    assertThat(run("evaluate", "rating", "--data", lines, "--split", "none", "--json").status())
        .isZero();
    String histories = file("h.txt", "1 1 2 3 4 5\n2 2 3 4 5 6\n3 1 3 5 6 2\n");
    Ran ran =
        run("evaluate", "recommend", "--data", histories, "--split", "leave-last-1", "--json");
    assertThat(ran.objects().getFirst().path("metrics").path("users").asInt()).isEqualTo(3);
  }

  @Test
  void faultsNameFileLineAndRemedy() throws IOException {
    String bad = file("bad.csv", "user,item,rating\na,b,5\na,c,good\n");
    Ran ran = run("evaluate", "rating", "--data", bad, "--split", "none");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("bad.csv, line 3").contains("must be a number, but is good");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "user,item\ncaf\u00e9,x\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run("evaluate", "recommend", "--data", latin.toString(), "--split", "none").err())
        .contains("is not UTF-8");
    assertThat(run("evaluate", "rating", "--data", "nowhere.csv", "--split", "none").err())
        .contains("There is no file nowhere.csv");
  }

  @Test
  void wrongUsageEndsWithTwo() throws IOException {
    String data = ratings("u.data");
    assertThat(run("evaluate", "rating", "--data", data, "--split", "random:2").status())
        .isEqualTo(2);
    assertThat(run("evaluate", "rating", "--data", data).status()).isEqualTo(2);
    Ran ran = run("evaluate", "rating", "--data", data, "--split", "none", "--algorithm", "magic");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err())
        .contains("must be all or one of " + RatingAlgorithms.all().getFirst().name());
    String timeless = file("t.csv", "user,item\na,b\n");
    assertThat(run("evaluate", "recommend", "--data", timeless, "--split", "time:0.2").err())
        .contains("needs a column timestamp");
  }

  @Test
  void presetsAndOptionsAreTrainedWith() throws IOException {
    String data = ratings("u.data");
    String[] plain = {
      "evaluate", "rating", "--data", data, "--split", "rule:20", "--json", "--algorithm", "als"
    };
    Ran standard = run(plain);
    Ran chosen =
        run(
            and(
                plain,
                "--preset",
                "standard",
                "--option",
                "factors=2",
                "--option",
                "iterations=3"));
    assertThat(chosen.status()).isZero();
    assertThat(chosen.objects().getFirst().path("metrics"))
        .isNotEqualTo(standard.objects().getFirst().path("metrics"));
    assertThat(run(and(plain, "--preset", "best")).err())
        .contains("--preset must be one of standard, but is best");
    Ran wrong = run(and(plain, "--option", "factors=0"));
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("factors must be from 1 to 512, but is 0");
  }

  private static String[] and(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void neitherTaskNorCaseIsWrongUsage() {
    Ran nothing = run("evaluate");
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.err()).contains("name a TASK (rating, recommend");
    Ran unknown = run("evaluate", "--case", "magic");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--case must be one of collaborative, purchase");
  }
}
