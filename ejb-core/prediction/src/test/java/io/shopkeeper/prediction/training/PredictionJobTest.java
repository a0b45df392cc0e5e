package io.shopkeeper.prediction.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.PromotionPolicy;
import io.shopkeeper.platform.boundary.TrainedVersions;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingPlace;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataRoles;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataSets;
import io.shopkeeper.training.TuningOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What memory of the server a training on a data set is reckoned with. */
class PredictionJobTest {

  private static final int COLUMNS = 4;
  private static final long FILE = 1_000_000;
  private static final long PER_CELL = 120;

  @Test
  void in_the_server_each_cell_takes_its_part() {
    assertThat(bytes(1_000, "server")).isEqualTo(1_000 * COLUMNS * PER_CELL);
  }

  @Test
  void beside_a_worker_it_is_a_block_and_the_file() {
    assertThat(bytes(1_000_000, "worker")).isEqualTo(TrainingExecutors.BYTES_BESIDE_WORKER + FILE);
  }

  @Test
  void up_to_two_hundred_thousand_cells_are_small_and_stay_in_the_server() {
    assertThat(bytes(50_000, "auto")).isEqualTo(200_000 * PER_CELL);
    assertThat(bytes(50_001, "auto")).isEqualTo(TrainingExecutors.BYTES_BESIDE_WORKER + FILE);
  }

  @Test
  void a_search_is_never_small() {
    Map<String, String> parameters = new LinkedHashMap<>(TuningOrder.usual().parameters());
    parameters.put(PredictionJob.DATA_SET, "visits");

    assertThat(job(100).memoryBytes(parameters))
        .isEqualTo(TrainingExecutors.BYTES_BESIDE_WORKER + FILE);
  }

  @Test
  void a_data_set_that_is_gone_takes_nothing() {
    assertThat(job(1_000).memoryBytes(Map.of(PredictionJob.DATA_SET, "other"))).isZero();
    assertThat(job(1_000).memoryBytes(Map.of())).isZero();
  }

  private static long bytes(long rows, String executor) {
    Map<String, String> parameters =
        new TrainingRequest(null, null, null, null, executor, null, null).parameters();
    parameters.put(PredictionJob.DATA_SET, "visits");
    return job(rows).memoryBytes(parameters);
  }

  private static PredictionJob job(long rows) {
    var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new PredictionJob(
        new One(set(rows)),
        new Usual(),
        new TrainedVersions(null, clock),
        any -> PromotionPolicy.FIRST_ONLY,
        clock);
  }

  private static DataSetView set(long rows) {
    List<DataColumn> columns =
        IntStream.range(0, COLUMNS)
            .mapToObj(
                place ->
                    new DataColumn("c" + place, DataColumn.Kind.NUMBER, 0, 2, List.of("0", "1")))
            .toList();
    return new DataSetView(
        "visits",
        "prediction-visits",
        new DataRoles("c0", null, null, List.of()),
        columns,
        rows,
        FILE,
        "",
        Instant.EPOCH,
        "mei",
        1,
        null);
  }

  /** One data set. */
  private static final class One extends DataSets {

    private final DataSetView set;

    One(DataSetView set) {
      this.set = set;
    }

    @Override
    public Optional<DataSetView> find(String name) {
      return Optional.of(set).filter(one -> one.name().equals(name));
    }
  }

  /** Executors with a worker that is used for all that is not small. */
  private static final class Usual extends TrainingExecutors {

    @Override
    public boolean inWorker(TrainingPlace wanted, boolean small) {
      return wanted == TrainingPlace.WORKER || (wanted == TrainingPlace.AUTO && !small);
    }
  }
}
