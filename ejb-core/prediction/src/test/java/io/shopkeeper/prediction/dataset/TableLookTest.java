package io.shopkeeper.prediction.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.prediction.boundary.DataColumn;
import io.shopkeeper.prediction.boundary.DataColumn.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableLookTest {

  @Test
  void columnsAreNumbersCategoriesOrText() {
    var table = new StringBuilder("age,city,id,empty,bought\n");
    for (int row = 0; row < 300; row++) {
      table
          .append(row % 7 == 0 ? "" : Integer.toString(row % 40))
          .append(row % 3 == 0 ? ",Bern," : ",Oslo,")
          .append("id-")
          .append(row)
          .append(",,")
          .append(row % 4 == 0 ? "yes" : "no")
          .append('\n');
    }
    TableLook look = TableLook.of(DataFileTest.open(table.toString()));
    assertThat(look.rows()).isEqualTo(300);
    assertThat(look.columns())
        .extracting(DataColumn::kind)
        .containsExactly(Kind.NUMBER, Kind.CATEGORY, Kind.TEXT, Kind.TEXT, Kind.CATEGORY);
    DataColumn age = look.columns().getFirst();
    assertThat(age.missing()).isEqualTo(43);
    assertThat(age.distinct()).isEqualTo(40);
    assertThat(look.columns().get(1).examples()).containsExactly("Oslo", "Bern");
    assertThat(look.columns().get(3).missing()).isEqualTo(300);
    assertThat(look.guess().target()).isEqualTo("bought");
  }

  @Test
  void theLastColumnWithFewValuesIsTheGuess() {
    TableLook look = TableLook.of(DataFileTest.open("kind,gaps,same\na,x,1\nb,,1\n"));
    assertThat(look.guess().target()).isEqualTo("kind");
    assertThat(TableLook.of(DataFileTest.open("a,b\n1,1\n")).guess().target()).isEqualTo("b");
  }

  @Test
  void longAndManyLinedCellsAreShortExamples() {
    TableLook look = TableLook.of(DataFileTest.open("a,b\n\"x\ny" + "😀".repeat(60) + "\",1\n"));
    List<String> examples = look.columns().getFirst().examples();
    assertThat(examples).containsExactly("x y" + "😀".repeat(36) + "…");
  }

  @Test
  void manyDifferentWordsNeedNoMoreMemoryThanTheBound() {
    var look = new ColumnLook("id", 1_000);
    for (int row = 0; row < 50_000; row++) {
      look.add("id-" + row % 20_000);
    }
    assertThat(look.column().kind()).isEqualTo(Kind.TEXT);
    assertThat(look.column().distinct()).isEqualTo(1_000);
  }
}
