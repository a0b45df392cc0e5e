package io.shopkeeper.console.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables that are kept with a version say. */
class VersionTablesTest {

  private static final String TRIALS =
      """
      trial,share,score,seconds,problem,l2
      1,1.0,0.91,0.1,,1
      2,1.0,0.94,0.1,,0.1
      3,0.3,0.99,0.1,,0.5
      4,1.0,NaN,0.1,will not do,7
      """;

  @Test
  void aSearchIsWorthWhatItsFoldsReached() throws IOException {
    NestedLook look =
        NestedLook.of(
            rows(
                """
                fold,rows,search_auc,auc,l2,epochs
                1,80,0.95,0.90,0.1,5
                2,80,0.93,0.94,0.2,5
                """),
            rows(TRIALS));
    assertThat(look.metric()).isEqualTo("auc");
    assertThat(look.options()).containsExactly("l2", "epochs");
    assertThat(look.folds().getLast().chosen()).containsExactly("0.2", "5");
    assertThat(look.searched()).isCloseTo(0.94, within(1e-12));
    assertThat(look.reached()).isCloseTo(0.92, within(1e-12));
    assertThat(look.error()).isCloseTo(0.02, within(1e-12));
    assertThat(look.promised()).isCloseTo(0.02, within(1e-12));
    assertThat(look.plain()).as("the best trial with all rows").isEqualTo(0.94);
    assertThat(look.unstable()).isTrue();
  }

  @Test
  void ofErrorsLessIsBetter() throws IOException {
    NestedLook look =
        NestedLook.of(
            rows("fold,rows,search_rmse,rmse,l2\n1,80,3,3.5,1\n2,80,3,3.5,1\n"),
            rows(TRIALS.replace("0.91", "3.2").replace("0.94", "3.1")));
    assertThat(look.promised()).isEqualTo(0.5);
    assertThat(look.plain()).isEqualTo(3.1);
    assertThat(look.unstable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // The last step gained more than chance.
    "auc,0.99,0.88,0.92,0.01,MORE",
    "auc,0.93,0.91,0.92,NaN,MORE",
    // It gained no more than chance, and the lines have met.
    "auc,0.93,0.915,0.92,0.01,FLAT",
    "auc,0.93,0.93,0.92,NaN,FLAT",
    // The lines lie apart.
    "auc,1.00,0.919,0.92,0.005,GAP",
    // Of errors less is better.
    "rmse,3.0,3.4,3.1,0.1,MORE",
    "rmse,1.0,3.1,3.1,0.1,GAP",
    "rmse,3.05,3.1,3.1,0.1,FLAT",
  })
  void aLearningCurveSaysWhetherMoreRowsWouldHelp(
      String metric, double train, double before, double last, double error, String verdict)
      throws IOException {
    LearningLook look =
        LearningLook.of(
            rows(
                """
                rows,train_%s,%s,train_error,error
                160,1,%s,0.1,%s
                320,%s,%s,0.1,%s
                """
                    .formatted(metric, metric, before, error, train, last, error)));
    assertThat(look.metric()).isEqualTo(metric);
    assertThat(look.last().rows()).isEqualTo(320);
    assertThat(look.verdict()).hasToString(verdict);
  }

  private static List<CSVRecord> rows(String table) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(new StringReader(table))) {
      return parser.getRecords();
    }
  }
}
