package io.shopkeeper.cli.evaluate;

import static io.shopkeeper.cli.evaluate.Ran.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributesTest {

  @TempDir private Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void attributesStandInTheOrderOfTheItems() throws IOException {
    String items = file("items.csv", "price,id,kind\n3,a,lamp\n5,b,\n4,c,lamp\n6,a,shoe\n");
    Table table =
        AttributeFile.read(items, AttributeFile.Kind.ITEMS).attributes(List.of("c", "x", "a", "b"));
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

  /** Grown-ups love lamps and hate shoes, children the other way round; u9 rated nothing. */
  @Test
  void attributesOfUsersReachTheAlgorithmOfRatings() throws IOException {
    var rows = new StringBuilder("user,item,rating\n");
    var people = new StringBuilder("user,age\n");
    for (int user = 0; user < 40; user++) {
      people.append("u%d,%s\n".formatted(user, user % 2 == 0 ? "old" : "young"));
      for (int item = 0; item < 6; item++) {
        rows.append("u%d,i%d,%d\n".formatted(user, item, (user + item) % 2 == 0 ? 5 : 1));
      }
    }
    people.append("stranger,old\n");
    String train = file("train.csv", rows.toString());
    String test = file("test.csv", "user,item,rating\nstranger,i0,5\nstranger,i1,1\n");
    String users = file("users.csv", people.toString());
    String[] plain = {
      "evaluate", "rating", "--train", train, "--test", test, "--json", "--preset", "quick"
    };
    String[] knowing = Arrays.copyOf(plain, plain.length + 2);
    knowing[plain.length] = "--users";
    knowing[plain.length + 1] = users;
    assertThat(rmse(run(plain))).isGreaterThan(1.8);
    assertThat(rmse(run(knowing))).isLessThan(1);
  }

  private static double rmse(Ran ran) {
    return ran.objects().getFirst().at("/metrics/rmse").asDouble();
  }

  @Test
  void aFileWithoutUsersIsRefused() throws IOException {
    String users = file("users.csv", "name,age\na,3\n");
    String data = file("data.csv", "user,item,rating\nu1,a,1\n");
    assertThat(run("evaluate", "rating", "--data", data, "--split", "none", "--users", users).err())
        .contains("the header must name a column user or id");
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
