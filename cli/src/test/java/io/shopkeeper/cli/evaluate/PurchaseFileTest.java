package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.value.PurchaseHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurchaseFileTest {

  private static final int DAY = (int) LocalDate.parse("2011-01-18").toEpochDay();

  @TempDir private Path folder;

  private String file(String text) throws IOException {
    Path path = folder.resolve("purchases.csv");
    Files.writeString(path, text);
    return path.toString();
  }

  /** One line is there twice, one has no customer, a great order is cancelled on its day. */
  @Test
  void linesOfADayAreOnePurchase() throws IOException {
    String name =
        file(
            """
            InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID
            1,A,2,2011-01-18 10:00:00,1.50,7.0
            1,A,2,2011-01-18 10:00:00,1.50,7.0
            2,B,1,2011-01-18 15:00:00,4.00,7.0
            3,B,1,2011-01-19 15:00:00,4.00,
            4,C,74215,2011-01-19 10:01:00,1.04,8.0
            C5,C,-74215,2011-01-19 10:17:00,1.04,8.0
            6,C,1,2011-01-20 10:00:00,2.00,8.0
            """);
    assertThat(PurchaseFile.read(name))
        .containsExactly(
            new PurchaseHistory(new int[] {DAY}, new double[] {7}),
            new PurchaseHistory(new int[] {DAY + 2}, new double[] {2}));
  }

  @Test
  void aPlainFileIsReadToo() throws IOException {
    assertThat(PurchaseFile.read(file("customer,time,value\nx,2011-01-18,3.5\n")))
        .containsExactly(new PurchaseHistory(new int[] {DAY}, new double[] {3.5}));
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() throws IOException {
    String columns = file("who,when\n1,2\n");
    assertThatThrownBy(() -> PurchaseFile.read(columns))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("has the columns who, when; needed are customer, time and value");
    String time = file("customer,time,value\nx,2011-01-18,1\nx,18.1.2011,1\n");
    assertThatThrownBy(() -> PurchaseFile.read(time))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("row 3")
        .hasMessageContaining("yyyy-MM-dd");
  }

  @Test
  void theOptionsBelongToTheCase() throws IOException {
    Ran other = run("evaluate", "--case", "drift", "--horizon", "30");
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("--horizon to customer-value");
    Ran missing =
        run("evaluate", "--case", "customer-value", "--data", folder.resolve("none").toString());
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("There is no file");
  }
}
