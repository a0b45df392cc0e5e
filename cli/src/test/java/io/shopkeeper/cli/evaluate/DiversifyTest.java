package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiversifyTest {

  @TempDir private Path folder;

  /** Users of two tastes, of whom some have a little of the other. */
  private String rows() throws IOException {
    var random = new SplittableRandom(3);
    var text = new StringBuilder("user,item\n");
    for (int user = 0; user < 60; user++) {
      for (int place = 0; place < 12; place++) {
        int half = random.nextInt(4) == 0 ? 1 - user % 2 : user % 2;
        text.append("u%d,i%d\n".formatted(user, half + 2 * random.nextInt(30)));
      }
    }
    return Files.writeString(folder.resolve("rows.csv"), text).toString();
  }

  /** Says of each item which half it belongs to. */
  private String items() throws IOException {
    var text = new StringBuilder("item,kind\n");
    for (int item = 0; item < 60; item++) {
      text.append("i%d,%s\n".formatted(item, item % 2 == 0 ? "lamp" : "shoe"));
    }
    return Files.writeString(folder.resolve("items.csv"), text).toString();
  }

  private Ran evaluate(String rows, String how, String... more) {
    var arguments =
        new ArrayList<>(
            List.of("evaluate", "recommend", "--data", rows, "--split", "random:0.2@1", "--json"));
    arguments.addAll(List.of("--diversify", how));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static double diversity(Ran ran) {
    return ran.objects().getFirst().at("/metrics/diversity").asDouble(Double.NaN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mmr:0.5", "dpp:0.9"})
  void listsVaryMore(String how) throws IOException {
    String rows = rows();
    String items = items();
    assertThat(diversity(evaluate(rows, how))).isGreaterThan(diversity(evaluate(rows, "off")));
    double varied = diversity(evaluate(rows, how, "--items", items));
    double plain = diversity(evaluate(rows, "off", "--items", items));
    assertThat(plain).isBetween(0.0, 0.5);
    // Half lamps and half shoes: 25 of the 45 pairs differ.
    assertThat(varied).isGreaterThan(plain).isLessThanOrEqualTo(25 / 45.0 + 1e-9);
  }

  @Test
  void theNextClickVariesToo() throws IOException {
    String rows = rows();
    var arguments =
        new ArrayList<>(List.of("evaluate", "recommend", "--data", rows, "--json", "--protocol"));
    arguments.addAll(List.of("next-click", "--split", "grouped:0.3@1"));
    double plain = diversity(run(arguments.toArray(String[]::new)));
    arguments.addAll(List.of("--diversify", "mmr:0.8"));
    assertThat(diversity(run(arguments.toArray(String[]::new)))).isGreaterThan(plain);
  }

  @Test
  void anotherWayIsRefused() throws IOException {
    Ran ran = evaluate(rows(), "best:0.5");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("--diversify must be off, mmr:AMOUNT or dpp:AMOUNT");
  }
}
