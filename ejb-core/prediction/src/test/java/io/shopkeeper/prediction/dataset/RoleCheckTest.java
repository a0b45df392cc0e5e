package io.shopkeeper.prediction.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.prediction.boundary.DataRoles;
import io.shopkeeper.prediction.boundary.DataSetView;
import io.shopkeeper.prediction.boundary.DataTask;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleCheckTest {

  private static final String TABLE =
      """
      age,city,same,gaps,day,bought
      31,Bern,1,a,2026-01-31,yes
      44,Oslo,1,,2026-02-01,no
      27,Bern,1,b,soon,no
      """;

  @Test
  void whatSuitsPasses() {
    assertThat(faults("bought", "yes", null)).isEmpty();
    assertThat(faults("age", null, null, "city", "gaps")).isEmpty();
  }

  @Test
  void aColumnMustBeThere() {
    assertThat(faults("price", null, "when", "shoe"))
        .containsExactly(
            "/target there is no column price",
            "/time there is no column when",
            "/left there is no column shoe");
    assertThat(faults(null, null, null)).containsExactly("/target is missing");
  }

  @Test
  void aTargetMustBeKnownInEachRowAndDiffer() {
    assertThat(faults("gaps", null, null))
        .containsExactly("/target gaps is missing in 1 rows; every row needs one");
    assertThat(faults("same", null, null))
        .containsExactly("/target same has the same value in every row");
  }

  @Test
  void theValuesMustSuitToo() {
    assertThat(faults("bought", "perhaps", "day"))
        .containsExactly(
            "/time row 3: day must be a whole number or a time such as 2026-01-31T12:00:00Z,"
                + " but is soon",
            "/positive bought is never perhaps");
  }

  @Test
  void somethingMustBeLeftToLearnFrom() {
    assertThat(faults("bought", null, "day", "age", "city", "same", "gaps"))
        .containsExactly("/left nothing is left to learn from");
  }

  @Test
  void thereAreNotTooManyClasses() {
    var table = new StringBuilder("word,n\n");
    for (int row = 0; row < 400; row++) {
      table.append("w").append(row % 150).append(",").append(row).append('\n');
    }
    assertThat(faults(table.toString(), new DataRoles("word", null, null, List.of())))
        .containsExactly(
            "/target word has 150 different values, but at most 100 classes can be told apart");
    assertThat(faults(table.toString(), new DataRoles("word", "w3", null, List.of()))).isEmpty();
  }

  @Test
  void theTaskFollowsFromTheTarget() {
    DataSetView set = set(TABLE, new DataRoles("bought", null, null, List.of()));
    assertThat(set.task()).isEqualTo(DataTask.BINARY);
    assertThat(set.with(new DataRoles("age", null, null, List.of())).task())
        .isEqualTo(DataTask.MULTICLASS);
    assertThat(set.features()).hasSize(5);
    assertThat(set.with(new DataRoles("bought", null, "day", List.of("age"))).features())
        .hasSize(3);
  }

  private static List<String> faults(String target, String positive, String time, String... left) {
    return faults(TABLE, new DataRoles(target, positive, time, List.of(left)));
  }

  private static List<String> faults(String table, DataRoles roles) {
    InvalidInputException wrong =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> RoleCheck.of(set(table, roles), DataFileTest.open(table)));
    return wrong == null
        ? List.of()
        : wrong.errors().stream().map(error -> error.pointer() + " " + error.message()).toList();
  }

  private static DataSetView set(String table, DataRoles roles) {
    TableLook look = TableLook.of(DataFileTest.open(table));
    return new DataSetView(
        "t",
        "prediction-t",
        roles,
        look.columns(),
        look.rows(),
        table.length(),
        "",
        Instant.EPOCH,
        "anna",
        1,
        null);
  }
}
