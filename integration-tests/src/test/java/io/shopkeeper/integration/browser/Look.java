package io.shopkeeper.integration.browser;

/**
 * How a page is looked at.
 *
 * @param language {@code en} or {@code zh-CN}
 * @param theme {@code light} or {@code dark}
 * @param width of the window in pixels
 */
public record Look(String language, String theme, int width) {

  /** In English, in daylight, at a desk. */
  public static final Look DESK = new Look("en", "light", 1440);

  /** The same in another theme. */
  public Look in(String otherTheme) {
    return new Look(language, otherTheme, width);
  }

  /** Whether it is a phone. */
  public boolean phone() {
    return width < 600;
  }
}
