package io.shopkeeper.catalog.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryTreeTest {

  private static final CategoryTree TREE =
      CategoryTree.of(
          List.of(
              new CategoryCount("Home/Kitchen/Knives", 3),
              new CategoryCount("Home/Kitchen", 1),
              new CategoryCount("Garden/Kitchen herbs", 9),
              new CategoryCount("Home", 2)));

  @Test
  void aCategoryHasAllThatIsBelowIt() {
    assertThat(TREE.find("home", 9)).containsExactly(new CategoryCount("Home", 6));
  }

  @Test
  void theLastLevelHasTheTextAndTheGreatestComesFirst() {
    assertThat(TREE.find("KITCH", 9))
        .containsExactly(
            new CategoryCount("Garden/Kitchen herbs", 9), new CategoryCount("Home/Kitchen", 4));
    assertThat(TREE.find("k", 1)).hasSize(1);
    assertThat(TREE.find("shoes", 9)).isEmpty();
  }

  @Test
  void aTextWithASlashIsLookedForInTheWholePath() {
    assertThat(TREE.find("home/k", 9))
        .extracting(CategoryCount::categoryPath)
        .containsExactly("Home/Kitchen", "Home/Kitchen/Knives");
  }
}
