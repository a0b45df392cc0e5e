package io.shopkeeper.catalog.entity;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.clean.JsonColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** A product; replaced whole by each delivery of its data. */
@Entity
@Table(name = "product")
public class Product {

  private static final int LONGEST_SEARCH_TEXT = 1200;

  @Id private String id;

  @Column(name = "title_en")
  private String titleEn;

  @Column(name = "title_zh")
  private String titleZh;

  @Column(name = "description_en")
  private String descriptionEn;

  @Column(name = "description_zh")
  private String descriptionZh;

  @Column(name = "category_path")
  private String categoryPath;

  private String brand;
  private BigDecimal price;
  private String currency;
  private int stock;
  private String attributes;

  @Column(name = "image_url")
  private String imageUrl;

  @Convert(converter = YesNo.class)
  private Boolean active;

  @Column(name = "available_from")
  private Long availableFrom;

  @Column(name = "available_until")
  private Long availableUntil;

  @Column(name = "search_text")
  private String searchText;

  @Column(name = "updated_at")
  private long updatedAt;

  protected Product() {}

  public Product(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** Takes the data over. */
  public void replace(ProductData data, Instant now) {
    titleEn = data.titleEn();
    titleZh = data.titleZh();
    descriptionEn = data.descriptionEn();
    descriptionZh = data.descriptionZh();
    categoryPath = data.categoryPath();
    brand = data.brand();
    price = data.price();
    currency = data.currency();
    stock = data.stock();
    attributes = JsonColumn.write(data.attributes());
    imageUrl = data.imageUrl();
    active = data.active();
    availableFrom = data.availableFrom() == null ? null : data.availableFrom().toEpochMilli();
    availableUntil = data.availableUntil() == null ? null : data.availableUntil().toEpochMilli();
    searchText = searchable();
    updatedAt = now.toEpochMilli();
  }

  /** Puts it on sale or takes it off; answers whether that changed anything. */
  public boolean offer(boolean onSale, Instant now) {
    boolean changed = active != onSale;
    active = onSale;
    updatedAt = changed ? now.toEpochMilli() : updatedAt;
    return changed;
  }

  public ProductData data() {
    return new ProductData(
        id,
        titleEn,
        titleZh,
        descriptionEn,
        descriptionZh,
        categoryPath,
        brand,
        price,
        currency,
        stock,
        JsonColumn.readTexts(attributes),
        imageUrl,
        active,
        availableFrom == null ? null : Instant.ofEpochMilli(availableFrom),
        availableUntil == null ? null : Instant.ofEpochMilli(availableUntil));
  }

  /** When it was last delivered. */
  public Instant updatedAt() {
    return Instant.ofEpochMilli(updatedAt);
  }

  private String searchable() {
    String all =
        String.join(" ", id, text(titleEn), text(titleZh), text(brand)).toLowerCase(Locale.ROOT);
    return all.length() <= LONGEST_SEARCH_TEXT ? all : all.substring(0, LONGEST_SEARCH_TEXT);
  }

  /** What a search looks through. */
  public String searchText() {
    return searchText;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
