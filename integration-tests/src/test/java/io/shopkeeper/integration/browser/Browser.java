package io.shopkeeper.integration.browser;

import io.shopkeeper.integration.server.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;

/** A window on the shop, with a profile of its own. Every look-up waits a while. */
public final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int HEIGHT = 900;

  private final ChromeDriver driver;
  private final URI shop;

  private Browser(ChromeDriver driver, URI shop) {
    this.driver = driver;
    this.shop = shop;
  }

  /** Opens a window without a page. */
  static Browser start(URI shop) {
    var options = new ChromeOptions();
    options.setBinary(BrowserPresent.program("chromium").orElseThrow().toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--accept-lang=en",
        "--window-size=" + Look.DESK.width() + "," + HEIGHT);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(BrowserPresent.program("chromedriver").orElseThrow().toFile())
            .build();
    var driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE.multipliedBy(4));
    return new Browser(driver, shop);
  }

  /** Goes to an address of the shop. */
  public void open(String path) {
    driver.get(shop.resolve(path).toString());
  }

  /** The address below the shop, such as {@code /console/models}. */
  public String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  /** The whole address below the shop. */
  public String address() {
    URI here = URI.create(driver.getCurrentUrl());
    return here.getQuery() == null ? here.getPath() : here.getPath() + "?" + here.getRawQuery();
  }

  /** Language, theme and size of what is opened from now on. */
  public void look(Look look) {
    if (!driver.getCurrentUrl().startsWith(shop.toString())) {
      open("/assets/seal.svg");
    }
    driver.manage().addCookie(new Cookie("sk_lang", look.language(), "/"));
    driver.manage().addCookie(new Cookie("sk_theme", look.theme(), "/"));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            look.width(),
            "height",
            HEIGHT,
            "deviceScaleFactor",
            1,
            "mobile",
            look.phone()));
  }

  /** Puts the page that is open into its dark colours, at once and without loading it again. */
  void darken() {
    script(
        """
        const still = new CSSStyleSheet();
        still.replaceSync('* { transition: none !important; }');
        const widgets = [...document.querySelectorAll('*')].filter(each => each.shadowRoot);
        for (const root of [document, ...widgets.map(each => each.shadowRoot)]) {
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, still];
        }
        for (const each of [document.documentElement, ...widgets]) {
          each.dataset.theme = 'dark';
        }
        """);
  }

  /** The first element that fits, once it is there. */
  public WebElement find(String css) {
    return find(driver, css);
  }

  /** The first element within another that fits, once it is there. */
  public WebElement find(SearchContext within, String css) {
    return Await.value(
        css + " on " + driver.getCurrentUrl(),
        PATIENCE,
        () -> within.findElements(By.cssSelector(css)).stream().findFirst());
  }

  /** All elements that fit just now. */
  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits until an element says so. */
  public void awaitText(String css, String text) {
    await(
        "“" + text + "” in " + css,
        () -> all(css).stream().anyMatch(element -> element.getText().contains(text)));
  }

  /** Waits for something about the page, which may be drawn anew meanwhile. */
  public void await(String what, java.util.function.BooleanSupplier condition) {
    Await.until(
        what + " on " + driver.getCurrentUrl(),
        PATIENCE.multipliedBy(4),
        () -> {
          try {
            return condition.getAsBoolean();
          } catch (StaleElementReferenceException drawnAnew) {
            return false;
          }
        });
  }

  /** Clicks on the first element that fits, though it be drawn anew meanwhile, and waits. */
  public void follow(String css) {
    WebElement page = driver.findElement(By.tagName("html"));
    await(
        css,
        () -> {
          find(css).click();
          return true;
        });
    awaitGone(page);
  }

  /** Clicks and waits for the page that follows. */
  public void follow(WebElement control) {
    WebElement page = driver.findElement(By.tagName("html"));
    control.click();
    awaitGone(page);
  }

  /** Waits until a page is gone and the next one is there. */
  public void awaitGone(WebElement page) {
    await(
        "another page",
        () -> {
          try {
            page.isDisplayed();
            return false;
          } catch (StaleElementReferenceException gone) {
            return "complete".equals(script("return document.readyState"));
          } catch (WebDriverException between) {
            // What the driver says while one page takes the place of the other.
            if (between.getMessage().contains("does not belong to the document")) {
              return false;
            }
            throw between;
          }
        });
  }

  /** Types in place of what stands there. */
  public void type(WebElement field, String text) {
    field.clear();
    field.sendKeys(text);
  }

  /** Chooses from a list by the value behind a line. */
  public void choose(WebElement list, String value) {
    new Select(list).selectByValue(value);
  }

  /** Opens what a summary hides, unless it is open. */
  public void open(WebElement summary) {
    if (summary.findElement(By.xpath("..")).getAttribute("open") == null) {
      summary.click();
    }
  }

  /** Presses keys where the focus is. */
  public void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Presses a key while Control is held. */
  public void chord(String key) {
    press(Keys.chord(Keys.CONTROL, key));
  }

  /** The element that has the focus. */
  public WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Runs a script of the test. */
  public Object script(String text, Object... arguments) {
    return driver.executeScript(text, arguments);
  }

  /** Runs a script that calls its last argument when it is done. */
  Object asyncScript(String text) {
    return driver.executeAsyncScript(text);
  }

  /** What the page's scripts complained of. */
  public List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
        .map(entry -> entry.getMessage())
        // What Chromium asks for by itself beside a picture that is opened alone.
        .filter(message -> !message.contains("/favicon.ico"))
        .toList();
  }

  /** A cookie's value. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(driver.manage().getCookieNamed(name)).map(Cookie::getValue);
  }

  /** Sets a cookie of the shop. */
  void setCookie(String name, String value) {
    driver.manage().addCookie(new Cookie(name, value, "/"));
  }

  /** Forgets who was here. */
  public void forget() {
    driver.manage().deleteAllCookies();
  }

  /** A picture of the whole page, PNG. */
  public void picture(Path file, boolean wholePage) {
    Object data =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", wholePage))
            .get("data");
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, Base64.getDecoder().decode((String) data));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
