package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemAttributesTest {

  @TempDir private Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void attributesStandInTheOrderOfTheItems() throws IOException {
    String items = file("items.csv", "price,id,kind\n3,a,lamp\n5,b,\n4,c,lamp\n6,a,shoe\n");
    Table table = ItemFile.read(items).attributes(List.of("c", "x", "a", "b"));
    assertThat(table.columns()).hasSize(2);
    assertThat(((NumberColumn) table.column("price").orElseThrow()).values())
        .containsExactly(4, Float.NaN, 6, 5);
    var kind = (CategoryColumn) table.column("kind").orElseThrow();
    assertThat(kind.categories()).containsExactly("lamp", "shoe");
    assertThat(kind.codes()).containsExactly(0, -1, 1, -1);
  }

  /** u2 took a lamp; of what is left only the lamp that nobody took is alike. */
  @Test
  void attributesReachTheAlgorithm() throws IOException {
    String items = file("items.csv", "item,kind\na,lamp\nb,lamp\nc,shoe\nd,shoe\n");
    String train = file("train.csv", "user,item\nu1,c\nu2,a\nu1,d\n");
    String test = file("test.csv", "user,item\nu2,b\n");
    Ran ran =
        run(
            "evaluate",
            "recommend",
            "--train",
            train,
            "--test",
            test,
            "--items",
            items,
            "--algorithm",
            "content-based",
            "--predictions",
            folder.resolve("out.csv").toString());
    assertThat(ran.err()).doesNotContain("Cannot");
    assertThat(Files.readString(folder.resolve("out.csv"))).contains("content-based,u2,b,b");
  }

  @Test
  void aFileWithoutItemsIsRefused() throws IOException {
    String items = file("items.csv", "name,kind\na,lamp\n");
    String data = file("data.csv", "user,item\nu1,a\n");
    assertThat(
            run("evaluate", "recommend", "--data", data, "--split", "none", "--items", items).err())
        .contains("the header must name a column item or id");
  }
}
