package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.split.Fold;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextClickTest {

  @TempDir private Path folder;

  /** Ranks items as they are numbered, and remembers what it was asked. */
  private record InOrder(int items, Queue<List<Integer>> asked) implements RankingModel {

    @Override
    public void score(History history, float[] scores) {
      assertThat(history.user()).isEqualTo(History.STRANGER);
      asked.add(IntStream.of(history.items()).boxed().toList());
      for (int item = 0; item < items; item++) {
        scores[item] = -item;
      }
    }

    @Override
    public void write(DataOutput out) {
      throw new UnsupportedOperationException();
    }
  }

  /** Training a b c; tested a b c d, c alone, b a; d is unknown in training. */
  private static NextClickFold ranked(Queue<List<Integer>> asked) {
    var rows = new InteractionRows();
    String[] cells = {"1a", "1b", "1c", "2a", "2b", "2c", "2d", "3c", "4b", "4a"};
    for (int i = 0; i < cells.length; i++) {
      rows.add(cells[i].substring(0, 1), cells[i].substring(1), 1, i, true);
    }
    var fold =
        new NextClickFold(
            rows.build(), new Fold(new int[] {0, 1, 2}, IntStream.range(3, 10).toArray()));
    fold.rank(new InOrder(4, asked)::recommend);
    return fold;
  }

  @Test
  void eachClickIsForetoldFromThoseBefore() {
    Queue<List<Integer>> asked = new ConcurrentLinkedQueue<>();
    NextClickFold fold = ranked(asked);
    assertThat(asked)
        .containsExactlyInAnyOrder(List.of(0), List.of(0, 1), List.of(0, 1, 2), List.of(1));
    assertThat(fold.places()).containsExactly(new int[] {2, 3, 0}, new int[] {1});
    assertThat(fold.candidates()).isEqualTo(3);
  }

  @Test
  void figuresAreMeansOverClicks() {
    var quality = new NextClickQuality(List.of(ranked(new ConcurrentLinkedQueue<>())), 42);
    Map<String, Double> metrics = quality.metrics();
    assertThat(metrics.get("recall_at_20")).isEqualTo(3 / 4.0);
    assertThat(metrics.get("mrr_at_20")).isCloseTo((1 / 2.0 + 1 / 3.0 + 0 + 1) / 4, within(1e-12));
    assertThat(metrics).containsEntry("sessions", 2.0).containsEntry("clicks", 4.0);
    // Sessions are drawn, so a draw is the first alone, the second alone, or both.
    assertThat(quality.intervals().get("recall_at_20")).containsExactly(2 / 3.0, 1);
  }

  /** Visitors who look at one thing and then at its accessory. */
  private String clicks() throws IOException {
    var text = new StringBuilder("SessionId\tItemId\tTime\n");
    for (int session = 0; session < 60; session++) {
      int thing = session % 6;
      // The later row comes first: only the parts of a second tell.
      text.append("%d\t%d\t%d.75%n".formatted(session, 100 + thing, 1_396_860_000L + session));
      text.append("%d\t%d\t%d.25%n".formatted(session, thing, 1_396_860_000L + session));
    }
    return Files.writeString(folder.resolve("clicks.tsv"), text).toString();
  }

  @Test
  void sessionsAreReadByTheirColumnAndTheirOrder() throws IOException {
    Ran ran =
        run(
            "evaluate",
            "recommend",
            "--protocol",
            "next-click",
            "--session",
            "SessionId",
            "--data",
            clicks(),
            "--split",
            "time:0.2",
            "--algorithm",
            "session-knn",
            "--json");
    assertThat(ran.err()).isEmpty();
    JsonNode metrics = ran.objects().getFirst().path("metrics");
    assertThat(metrics.path("sessions").asInt()).isEqualTo(12);
    assertThat(metrics.path("mrr_at_20").asDouble()).isEqualTo(1);
    assertThat(ran.objects().get(1).path("algorithm").asText()).isEqualTo("popularity");
    assertThat(ran.objects().get(1).path("metrics").path("mrr_at_20").asDouble()).isLessThan(0.5);
  }

  @Test
  void whatWouldCutSessionsIsRefused() throws IOException {
    String data = clicks();
    String[] start = {"evaluate", "recommend", "--data", data, "--split"};
    Ran cut = run(and(start, "random:0.2", "--protocol", "next-click", "--session", "SessionId"));
    assertThat(cut.status()).isEqualTo(2);
    assertThat(cut.err()).contains("would cut sessions");
    assertThat(run(and(start, "time:0.2", "--protocol", "next-click", "--session", "Visit")).err())
        .contains("--session names no column; there are: SessionId, ItemId, Time");
    assertThat(run(and(start, "time:0.2", "--session", "SessionId")).err())
        .contains("--session needs --protocol next-click");
    assertThat(run(and(start, "time:0.2", "--protocol", "guess")).err())
        .contains("--protocol must be held-out or next-click, but is guess");
  }

  private static String[] and(String[] arguments, String... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
  }
}
