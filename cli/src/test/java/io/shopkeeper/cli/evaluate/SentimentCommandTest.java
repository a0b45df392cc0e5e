package io.shopkeeper.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentCommandTest {

  @TempDir private Path folder;

  private String reviews(String head) throws IOException {
    var text = new StringBuilder(head);
    String[] things = {"the dress", "这条裙子", "my phone", "水果", "the bag"};
    for (int i = 0; i < 200; i++) {
      boolean good = i % 2 == 0;
      String feeling = i % 4 < 2 ? (good ? "is great" : "is awful") : (good ? "很好" : "太差");
      text.append("\"%s, %s %d\",%s%n".formatted(things[i % 5], feeling, i, good ? 1 : 0));
    }
    return Files.writeString(folder.resolve("reviews.csv"), text).toString();
  }

  private static Ran measured(String file, Path predictions) {
    return Ran.run(
        "evaluate",
        "sentiment",
        "--data",
        file,
        "--split",
        "rule:20",
        "--json",
        "--predictions",
        predictions.toString());
  }

  @Test
  void reviewsOfBothLanguagesAreToldApart() throws IOException {
    String file = reviews("text,label\n");
    Path predictions = folder.resolve("p.csv");
    Ran ran = measured(file, predictions);
    assertThat(ran.status()).as(ran.err()).isZero();
    JsonNode object = ran.objects().getFirst();
    assertThat(object.at("/task").asText()).isEqualTo("sentiment");
    assertThat(object.at("/metrics/accuracy").asDouble()).isEqualTo(1);
    assertThat(object.at("/metrics/macro_f1").asDouble()).isEqualTo(1);
    assertThat(object.at("/metrics/texts_per_second").asDouble()).isPositive();
    assertThat(object.at("/metrics/model_mb").asDouble()).isPositive();
    List<String> lines = Files.readAllLines(predictions);
    assertThat(lines).hasSize(1 + object.at("/test/rows").asInt());
    assertThat(lines.getFirst()).isEqualTo("algorithm,row,truth,prediction,p");
  }

  @Test
  void columnsMayHaveOtherNamesAndBePutTogether() throws IOException {
    String file = reviews("Review Text,Stars\n");
    Ran ran =
        Ran.run(
            "evaluate",
            "sentiment",
            "--data",
            file,
            "--split",
            "kfold:2@1",
            "--text",
            "Review Text",
            "--label",
            "Stars");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("200 test rows").contains("macro_f1");
  }

  @Test
  void rowsWithoutATextAreLeftOutBeforeTheSplit() throws IOException {
    String file = reviews("text,label\n,1\n");
    Path predictions = folder.resolve("q.csv");
    Ran whole = measured(file, predictions);
    JsonNode object = whole.objects().getFirst();
    assertThat(object.at("/train/rows").asInt() + object.at("/test/rows").asInt()).isEqualTo(200);
    int first = Integer.parseInt(Files.readAllLines(predictions).get(1).split(",")[1]);
    measured(reviews("text,label\n"), predictions);
    String without = Files.readAllLines(predictions).get(1).split(",")[1];
    assertThat(first).isEqualTo(Integer.parseInt(without) + 1);
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    String file = reviews("words,label\n");
    Ran ran = Ran.run("evaluate", "sentiment", "--data", file, "--split", "rule:20");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("--text names the column text, but there are words, label");
    Path missing = Files.writeString(folder.resolve("m.csv"), "text,label\na,1\nb,\n");
    Ran unlabelled =
        Ran.run("evaluate", "sentiment", "--data", missing.toString(), "--split", "rule:20");
    assertThat(unlabelled.status()).isEqualTo(1);
    assertThat(unlabelled.err()).contains("Row 2 has no label");
  }
}
