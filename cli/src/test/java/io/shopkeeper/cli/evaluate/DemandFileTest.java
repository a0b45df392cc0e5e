package io.shopkeeper.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.forecast.DemandLog;
import io.shopkeeper.ml.forecast.WeeklySales;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandFileTest {

  @TempDir private Path folder;

  private String file(String text) throws IOException {
    Path path = folder.resolve("sales.csv");
    Files.writeString(path, text);
    return path.toString();
  }

  /**
   * A duplicate, a code that is no product, a free line, a cancellation of its day, one of another
   * customer.
   */
  @Test
  void linesBecomeWeeks() throws IOException {
    DemandLog log =
        DemandFile.read(
            file(
                """
                InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID
                1,10A,2,2011-01-17 10:00:00,1.50,7.0
                1,10A,2,2011-01-17 10:00:00,1.50,7.0
                2,10A,3,2011-01-18 15:00:00,2.00,
                3,POST,1,2011-01-18 15:00:00,4.00,
                4,10A,100,2011-01-19 10:01:00,1.04,8.0
                C5,10A,-100,2011-01-19 10:17:00,1.04,8.0
                6,10A,5,2011-01-20 10:00:00,0.00,8.0
                C7,10A,-4,2011-01-21 10:00:00,1.00,9.0
                7,10A,6,2011-01-21 11:00:00,1.00,8.0
                7,22,1,2011-01-24 10:00:00,2.00,8.0
                C8,22,-9,2011-01-30 10:00:00,2.00,
                9,22,4,2011-01-30 10:00:00,1.00,
                """));
    assertThat(WeeklySales.monday(log.end())).isEqualTo("2011-01-31");
    assertThat(log.products()).hasSize(2);
    assertThat(log.products().getFirst().history().units()).containsExactly(11, 0);
    assertThat(log.products().getFirst().history().prices()[0]).isEqualTo(15 / 11.0);
    assertThat(log.products().getLast().history().units()).containsExactly(5);
  }

  @Test
  void aPlainFileIsReadToo() throws IOException {
    DemandLog log =
        DemandFile.read(
            file(
                """
                product,time,units,price,category
                x,2011-01-17,3,,toys
                x,2011-01-23,1,2,toys
                """));
    assertThat(log.products().getFirst().history().units()).containsExactly(4);
    assertThat(log.products().getFirst().history().category()).isEqualTo("toys");
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    String columns = file("who,when\n1,2\n");
    assertThatThrownBy(() -> DemandFile.read(columns))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("needed are product, time, units, price and category, or StockCode");
    String half = file("product,time,units,price,category\nx,2011-01-18,1,1,\n");
    assertThatThrownBy(() -> DemandFile.read(half)).hasMessageContaining("no whole week");
  }
}
