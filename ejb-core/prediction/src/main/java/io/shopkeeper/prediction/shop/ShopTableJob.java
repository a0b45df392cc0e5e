package io.shopkeeper.prediction.shop;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.prediction.boundary.DataRoles;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataSets;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopOrigin;
import io.shopkeeper.prediction.boundary.ShopTable;
import io.shopkeeper.prediction.boundary.ShopTableMaker;
import io.shopkeeper.training.CsvTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a data set of what was known of the shop's customers, and of what followed. */
public final class ShopTableJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "make-shop-table";

  private static final int FEWEST = 20;
  private static final String NAME = "name";
  private static final String GOAL = "goal";
  private static final String DAYS = "days";
  private static final String PERIODS = "periods";
  private static final String UNTIL = "until";

  private final WholeShop shop;
  private final DataSets sets;
  private final Clock clock;

  ShopTableJob(WholeShop shop, DataSets sets, Clock clock) {
    this.shop = shop;
    this.sets = sets;
    this.clock = clock;
  }

  /** What a job is told. */
  public static Map<String, String> parameters(String name, ShopTable table) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(NAME, name);
    parameters.put(GOAL, table.goal().code());
    parameters.put(DAYS, Integer.toString(table.days()));
    parameters.put(PERIODS, Integer.toString(table.periods()));
    if (table.until() != null) {
      parameters.put(UNTIL, table.until().toString());
    }
    return parameters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public long memoryBytes(Map<String, String> parameters) {
    return shop.bytes();
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    String name = job.parameters().get(NAME);
    Optional<DataSetView> there = sets.find(name);
    if (there.isPresent()) {
      // A crash came between the end of the work and the end of the job.
      if (there.get().origin() != null && there.get().origin().jobId() == job.origin()) {
        return;
      }
      throw new JobFailedException(
          "There is a data set %s already. Choose another name, or throw that one away."
              .formatted(name));
    }
    ShopTable table = table(job.parameters());
    ShopTableMaker maker = shop.read(table, job);
    var rows = new Rows(maker, table, job);
    rows.make();
    keep(name, table, rows, job);
  }

  private ShopTable table(Map<String, String> parameters) throws JobFailedException {
    LocalDate newest =
        shop.newestDay(clock.instant())
            .orElseThrow(
                () ->
                    new JobFailedException(
                        "There are no orders, and they say what followed. Import orders first."));
    String until = parameters.get(UNTIL);
    LocalDate end = until == null ? newest : LocalDate.parse(until);
    if (end.isAfter(newest)) {
      throw new JobFailedException(
          "What followed is known until %s, the day of the newest order. Choose that day or an earlier one."
              .formatted(newest));
    }
    return new ShopTable(
        ShopGoal.of(parameters.get(GOAL)).orElseThrow(),
        Integer.parseInt(parameters.get(DAYS)),
        Integer.parseInt(parameters.get(PERIODS)),
        end);
  }

  private void keep(String name, ShopTable table, Rows rows, JobContext job)
      throws JobFailedException {
    job.progress(0.95, "keeping the table");
    ShopGoal goal = table.goal();
    boolean yesOrNo = goal != ShopGoal.NEXT_CATEGORY && goal != ShopGoal.SPENDS;
    List<String> left = new ArrayList<>(List.of(ShopTableMaker.CUSTOMER));
    if (goal == ShopGoal.BUYS_PRODUCT) {
      left.add(ShopTableMaker.PRODUCT);
    }
    if (table.periods() == 1) {
      left.add(ShopTableMaker.AS_OF);
    }
    var roles =
        new DataRoles(
            goal.code(),
            yesOrNo ? "yes" : null,
            table.periods() == 1 ? null : ShopTableMaker.AS_OF,
            left);
    try {
      DataSetView made =
          sets.add(
              name, rows.bytes(), job.requestedBy(), roles, new ShopOrigin(table, job.origin()));
      job.log(
          "%,d rows of %d columns in the data set %s"
              .formatted(made.rows(), made.columns().size(), name));
    } catch (ConflictException taken) {
      throw new JobFailedException(taken.getMessage());
    } catch (InvalidInputException unfit) {
      throw new JobFailedException(
          "The table cannot be learnt from: %s. Choose fewer periods, another time or another goal."
              .formatted(unfit.errors().getFirst().message()));
    }
  }

  /** The rows as they are made. */
  private static final class Rows {

    private final ShopTableMaker maker;
    private final ShopTable table;
    private final JobContext job;
    private final CsvTable csv = new CsvTable();
    private final Set<String> outcomes = new HashSet<>();
    private int count;

    Rows(ShopTableMaker maker, ShopTable table, JobContext job) {
      this.maker = maker;
      this.table = table;
      this.job = job;
    }

    void make() throws JobFailedException {
      maker.forEach(table, this::add, this::tell);
      if (count < FEWEST || outcomes.size() < 2) {
        throw new JobFailedException(
            "Too little to learn from: %,d rows with %d different outcomes up to %s; at least %d rows and two outcomes are needed. Choose fewer or shorter periods, or a later day."
                .formatted(count, outcomes.size(), table.until(), FEWEST));
      }
    }

    private void add(Map<String, String> row) {
      if (count++ == 0) {
        csv.row(row.keySet().toArray());
      }
      csv.row(row.values().stream().map(cell -> cell == null ? "" : cell).toArray());
      if (outcomes.size() < 2) {
        outcomes.add(row.get(table.goal().code()));
      }
    }

    private void tell(double fraction) {
      job.stopIfCancelled();
      job.progress(WholeShop.READ + 0.45 * fraction, "making rows");
    }

    byte[] bytes() {
      return csv.bytes();
    }
  }
}
