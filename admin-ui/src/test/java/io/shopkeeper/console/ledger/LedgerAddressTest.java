package io.shopkeeper.console.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.platform.boundary.list.ListPage;
import io.shopkeeper.platform.boundary.list.ListQuery;
import io.shopkeeper.platform.boundary.list.RowCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerAddressTest {

  private static final LedgerSource<String> SOURCE =
      new LedgerSource<>() {
        @Override
        public String name() {
          return "things";
        }

        @Override
        public List<LedgerColumn<String>> columns() {
          return List.of();
        }

        @Override
        public List<LedgerFilter> filters() {
          return List.of(LedgerFilter.search("text"), LedgerFilter.text("colour"));
        }

        @Override
        public ListPage<String> page(ListQuery query) {
          return ListPage.whole(List.of());
        }

        @Override
        public RowCount count(ListQuery query) {
          return RowCount.exact(0);
        }
      };

  private static ListQuery read(Map<String, String> parameters) {
    return LedgerAddress.read(SOURCE, parameters::get, 50);
  }

  @Test
  void anAddressWithoutParametersIsTheFirstPageNewestFirst() {
    ListQuery query = read(Map.of());
    assertThat(query).isEqualTo(ListQuery.first(50));
    assertThat(LedgerAddress.write("things", LedgerAddress.parameters(query))).isEqualTo("things");
  }

  @Test
  void whatIsReadIsWrittenAgain() {
    Map<String, String> parameters =
        Map.of("text", "a&b=c 刀", "colour", " red ", "sort", "-price", "other", "x");
    ListQuery query = read(parameters);
    assertThat(query.filters()).isEqualTo(Map.of("text", "a&b=c 刀", "colour", "red"));
    assertThat(query.sort()).isEqualTo("price");
    assertThat(query.descending()).isTrue();
    assertThat(LedgerAddress.write("things", LedgerAddress.parameters(query)))
        .isEqualTo("things?colour=red&text=a%26b%3Dc+%E5%88%80&sort=-price");
  }

  @Test
  void aPlaceIsBeforeOrAfter() {
    assertThat(read(Map.of("after", "xyz")).backwards()).isFalse();
    assertThat(read(Map.of("before", "xyz")).backwards()).isTrue();
    assertThat(read(Map.of("sort", "price")).descending()).isFalse();
  }

  @Test
  void overlongValuesAreCut() {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("text", "x".repeat(5000));
    assertThat(read(parameters).filters().get("text")).hasSize(200);
  }
}
