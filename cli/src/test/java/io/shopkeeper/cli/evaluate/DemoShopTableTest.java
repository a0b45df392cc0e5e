package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.table.ClassTarget;
import io.shopkeeper.prediction.boundary.ShopGoal;
import io.shopkeeper.prediction.boundary.ShopTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop's files become the rows that the server would make of them. */
class DemoShopTableTest {

  @TempDir private Path folder;

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static String order(String id, String customer, String status, String at) {
    return """
        {"id":"%s","customerId":"%s","status":"%s","placedAt":"%s","currency":"EUR","channel":"web",\
        "lines":[{"productId":"pan","quantity":2,"unitPrice":"10.00"}]}"""
        .formatted(id, customer, status, at);
  }

  /** Mei buys again, Tom's second order is returned, a stranger is nobody. */
  private DemoShopTable table() throws IOException {
    write(
        "products.csv",
        "id,titleEn,titleZh,descriptionEn,descriptionZh,categoryPath,brand,price,currency,stock,attributes,imageUrl",
        "pan,Pan,锅,,,Kitchen/Pans,B,10.00,EUR,5,,");
    write(
        "events.csv",
        "eventId,type,customerId,visitorId,productId,value,channel,sessionId,context,time",
        "1,view,mei,,pan,,mobile,s1,,2026-10-10T10:00:00Z",
        "2,view,,v-1,pan,,web,s2,,2026-10-10T10:00:00Z",
        "3,cart,tom,,pan,,web,s3,,2026-10-12T10:00:00Z");
    write("ratings.csv", "user,item,rating,time", "mei,pan,4,2026-10-11T10:00:00Z");
    write(
        "orders.jsonl",
        order("a", "mei", "delivered", "2026-10-05T10:00:00Z"),
        order("b", "tom", "delivered", "2026-10-06T10:00:00Z"),
        order("c", "tom", "returned", "2026-10-20T10:00:00Z"),
        order("d", "mei", "delivered", "2026-10-25T10:00:00Z"),
        order("e", "mei", "delivered", "2026-11-14T10:00:00Z"));
    return DemoShopTable.read(
        folder, new ShopTable(ShopGoal.BUYS, 30, 1, LocalDate.parse("2026-11-20")));
  }

  @Test
  void filesBecomeRows() throws IOException {
    TableData data = table().data(ShopGoal.BUYS, 1, Split.parse("none", 1));
    assertThat(data.rows().rows()).as("Mei and Tom on the 15th of October").isEqualTo(2);
    var target = (ClassTarget) data.rows().target();
    assertThat(target.classes()).containsExactly("no", "yes");
    assertThat(target.codes()).as("what was returned is no purchase").containsExactly(1, 0);
    assertThat(data.summary().train().file()).isEqualTo("demo shop until 2026-11-20");
    assertThat(data.summary().train().sha256()).hasSize(64);
    assertThat(data.rows().features().columns())
        .extracting(column -> column.name())
        .contains("views_30", "orders_30", "rating_mean")
        .doesNotContain("customer", "as_of", "buys");
  }

  @Test
  void wrongNumbersAreRefused() {
    assertThat(run("evaluate", "shop", "--goal", "leave").err())
        .contains("--goal must be one of buys, leaves");
    assertThat(run("evaluate", "shop", "--periods", "13").err())
        .contains("--periods must be 1 to 12, but is 13");
    assertThat(run("evaluate", "shop", "--split", "half").status()).isEqualTo(2);
  }
}
