package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {

  private static final String[] COLUMNS = {
    "--columns", "user=CustomerID,item=StockCode,rating=Quantity,timestamp=InvoiceDate"
  };

  @TempDir private Path folder;

  /** Two tastes of ten products each; a line without a customer, one that is a return. */
  private String[] invoices(String... more) throws IOException {
    var text = new StringBuilder("StockCode,Quantity,InvoiceDate,CustomerID\n");
    var random = new SplittableRandom(4);
    for (int place = 0; place < 8; place++) {
      for (int user = 0; user < 60; user++) {
        int item = 10 * (user % 2) + random.nextInt(10);
        text.append("%d,2,2011-01-%02d 08:%02d:00,%d.0%n".formatted(item, place + 1, user, user));
      }
    }
    text.append("3,1,2011-01-08 09:00:00,\n").append("3,-1,2011-01-08 09:00:00,5.0\n");
    Path file = Files.writeString(folder.resolve("invoices.csv"), text);
    return Stream.of(
            List.of("evaluate", "recommend", "--data", file.toString(), "--split", "time:0.25"),
            List.of(COLUMNS),
            List.of(more))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  @Test
  void aHybridIsComparedWithItsPartsOnTheSameUsers() throws IOException {
    Ran ran =
        run(
            invoices(
                "--skip-incomplete",
                "--min-rating",
                "1",
                "--algorithm",
                "weighted-hybrid",
                "--option",
                "algorithms=item-neighbours-cosine,popularity/trending",
                "--option",
                "weights=1,0",
                "--compare",
                "parts",
                "--json"));
    assertThat(ran.err()).isEmpty();
    List<JsonNode> objects = ran.objects();
    assertThat(objects.stream().map(one -> one.path("algorithm").asText()))
        .containsExactly(
            "weighted-hybrid", "item-neighbours-cosine", "popularity/trending", "popularity");
    assertThat(objects.getFirst().path("train").path("rows").asInt()).isEqualTo(360);
    assertThat(objects.getFirst().has("comparison")).isFalse();
    double first = objects.getFirst().path("metrics").path("ndcg_at_10").asDouble();
    for (JsonNode other : objects.subList(1, 4)) {
      JsonNode row = other.path("comparison").path("rows").get(0);
      double difference = row.path("difference").asDouble();
      assertThat(difference)
          .isCloseTo(first - other.path("metrics").path("ndcg_at_10").asDouble(), within(1e-12));
      assertThat(row.path("low").asDouble()).isLessThanOrEqualTo(difference);
      assertThat(row.path("high").asDouble()).isGreaterThanOrEqualTo(difference);
    }
    // Taste is far ahead of what everybody likes: the interval leaves 0 out.
    assertThat(objects.get(3).path("comparison").path("rows").get(0).path("low").asDouble())
        .isPositive();
  }

  @Test
  void peopleReadTheDifference() throws IOException {
    Ran ran = run(invoices("--skip-incomplete", "--compare", "popularity"));
    assertThat(ran.out())
        .contains("item-neighbours-cosine less popularity, paired, 95 % (ndcg_at_10)");
  }

  @Test
  void whatCannotBeReadOrComparedIsRefused() throws IOException {
    assertThat(run(invoices()).err()).contains("has no user or no item");
    var refused = new ArrayList<Ran>();
    refused.add(run(invoices("--skip-incomplete", "--compare", "parts")));
    refused.add(run(invoices("--skip-incomplete", "--compare", "magic")));
    refused.add(run(invoices("--skip-incomplete", "--compare", "ease/magic")));
    refused.add(run(invoices("--skip-incomplete", "--compare", "ease", "--algorithm", "all")));
    assertThat(refused).extracting(Ran::status).containsOnly(2);
    assertThat(refused.get(0).err()).contains("needs a hybrid as --algorithm");
    assertThat(refused.get(1).err()).contains("there is no algorithm “magic”");
    assertThat(refused.get(2).err()).contains("names the preset “magic”, but ease has");
    assertThat(refused.get(3).err()).contains("--compare needs one --algorithm");
    String[] wrong = invoices("--columns", "user=Nobody");
    assertThat(run(wrong).err()).contains("--columns names no column for user; there are:");
    assertThat(run(invoices("--columns", "price=UnitPrice")).err())
        .contains("--columns takes user, item, rating, timestamp, but is given price");
  }
}
