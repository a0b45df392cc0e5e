package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.browser.page.ChatWidget;
import io.shopkeeper.integration.browser.page.Storefront;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A shopper's visit. */
class StorefrontIT extends BrowserSuite {

  @Test
  void theChatKnowsTheCustomersOrder() {
    ChatWidget chat = storefront().seeAs(Screen.CUSTOMER).chat();
    String order =
        shop()
            .api()
            .get("orders?customer=" + Screen.CUSTOMER + "&n=1")
            .json()
            .path(0)
            .path("id")
            .asText();
    assertThat(order).isNotEmpty();
    assertThat(chat.ask("where is my order")).contains(order);
    chat.close();
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void theChatTellsAStrangerNothingOfOrders() {
    assertThat(storefront().chat().ask("where is my order")).doesNotContain("o-");
  }

  @Test
  void theShopSpeaksBothLanguages() {
    Storefront shop = storefront().seeAs(Screen.CUSTOMER);
    assertThat(shop.forYou()).isEqualTo("For you");
    Storefront chinese = shop.switchLanguage();
    assertThat(chinese.language()).isEqualTo("zh-CN");
    assertThat(chinese.forYou()).isEqualTo("为您推荐");
    assertThat(chinese.why()).containsPattern("[\\u4e00-\\u9fff]");
    assertThat(chinese.chat().ask("我的订单到哪了")).containsPattern("[\\u4e00-\\u9fff]");
  }

  @Test
  void whatIsBoughtIsRecommendedNoMore() {
    Storefront shop = storefront().seeAs(Screen.CUSTOMER);
    List<String> before = shop.recommended();
    String product = before.getFirst().replaceFirst(".*[?&]id=([^&]+).*", "$1");
    shop.buy(product);
    browser().open("/checkout");
    browser().type(browser().find("[id='till:name']"), "Anna");
    browser().type(browser().find("[id='till:email']"), "anna@demo.example");
    browser().follow(browser().find("[id='till:order']"));
    assertThat(browser().path()).startsWith("/ordered");
    assertThat(storefront().recommended())
        .isNotEmpty()
        .noneMatch(url -> url.contains(product + "&"));
  }
}
