package io.shopkeeper.catalog.ingest.mapping;

import static io.shopkeeper.catalog.ingest.mapping.Field.may;
import static io.shopkeeper.catalog.ingest.mapping.Field.needed;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The fields of each kind, and how columns that hold them are called, in English and Chinese. */
public final class Fields {

  private static final Map<ImportKind, SequencedMap<String, Field>> ALL = all();

  private Fields() {}

  /** The fields of a kind by name, in their order. */
  static SequencedMap<String, Field> of(ImportKind kind) {
    return ALL.get(kind);
  }

  /** The names of the fields of a kind. */
  public static java.util.List<String> names(ImportKind kind) {
    return java.util.List.copyOf(ALL.get(kind).keySet());
  }

  /** Whether no record of the kind is complete without the field. */
  public static boolean isNeeded(ImportKind kind, String field) {
    return ALL.get(kind).get(field).needed();
  }

  private static Map<ImportKind, SequencedMap<String, Field>> all() {
    var all = new EnumMap<ImportKind, SequencedMap<String, Field>>(ImportKind.class);
    for (ImportKind kind : ImportKind.values()) {
      var fields = new LinkedHashMap<String, Field>();
      for (Field field : fields(kind)) {
        fields.put(field.name(), field);
      }
      all.put(kind, Collections.unmodifiableSequencedMap(fields));
    }
    return all;
  }

  private static Field[] fields(ImportKind kind) {
    return switch (kind) {
      case PRODUCTS -> products();
      case CUSTOMERS -> customers();
      case ORDERS -> orders();
      case TRANSACTIONS -> transactions();
      case EVENTS -> events();
      case RATINGS -> ratings();
      case REVIEWS -> reviews();
      case IMAGES -> images();
      case FAQ -> faq();
    };
  }

  private static Field[] products() {
    return new Field[] {
      needed(
          "id",
          Shape.ID,
          "productid",
          "sku",
          "itemid",
          "item",
          "stockcode",
          "asin",
          "商品编号",
          "商品id",
          "货号",
          "编号"),
      needed(
          "titleEn",
          Shape.TEXT,
          "title",
          "name",
          "productname",
          "itemname",
          "nameen",
          "description",
          "英文标题",
          "英文名称"),
      may(
          "titleZh",
          Shape.CHINESE,
          "namezh",
          "namecn",
          "titlecn",
          "chinesename",
          "标题",
          "名称",
          "商品名称",
          "商品标题",
          "中文名称",
          "品名"),
      may("descriptionEn", Shape.PROSE, "description", "details", "英文描述"),
      may("descriptionZh", Shape.PROSE, "描述", "商品描述", "详情", "简介"),
      may(
          "categoryPath",
          Shape.PATH,
          "category",
          "department",
          "categories",
          "producttype",
          "productcategory",
          "分类",
          "类目",
          "品类"),
      may("brand", Shape.TEXT, "manufacturer", "vendor", "品牌", "厂商"),
      needed("price", Shape.MONEY, "unitprice", "listprice", "amount", "价格", "单价", "售价"),
      may("currency", Shape.CURRENCY, "货币", "币种"),
      may("stock", Shape.WHOLE, "qty", "quantity", "inventory", "库存", "数量"),
      may("attributes", Shape.STRUCTURE, "properties", "属性", "规格"),
      may("imageUrl", Shape.ADDRESS, "image", "picture", "图片", "图片地址"),
      may("active", Shape.FLAG, "enabled", "上架"),
      may("availableFrom", Shape.TIME, "上架时间"),
      may("availableUntil", Shape.TIME, "下架时间")
    };
  }

  private static Field[] customers() {
    return new Field[] {
      needed(
          "id",
          Shape.ID,
          "customerid",
          "userid",
          "user",
          "householdid",
          "客户",
          "客户编号",
          "顾客编号",
          "用户编号",
          "会员编号",
          "客户id",
          "用户id"),
      may("name", Shape.TEXT, "fullname", "customername", "姓名", "名字"),
      may("email", Shape.EMAIL, "mail", "emailaddress", "邮箱", "电子邮件"),
      may("phone", Shape.TEXT, "telephone", "mobile", "手机", "电话", "手机号"),
      may("locale", Shape.LANGUAGE, "language", "语言"),
      may("region", Shape.TEXT, "country", "city", "地区", "城市", "国家", "省份"),
      may(
          "registeredAt",
          Shape.TIME,
          "created",
          "createdat",
          "signup",
          "registered",
          "注册时间",
          "注册日期")
    };
  }

  private static Field[] orders() {
    return new Field[] {
      needed(
          "id",
          Shape.ID,
          "orderid",
          "ordernumber",
          "invoiceno",
          "receipt",
          "receiptno",
          "invoice",
          "basketid",
          "订单号",
          "订单编号",
          "订单id"),
      needed(
          "customerId",
          Shape.ID,
          "customer",
          "userid",
          "user",
          "householdid",
          "客户编号",
          "顾客编号",
          "用户编号",
          "会员编号"),
      may("status", Shape.TEXT, "state", "orderstatus", "状态", "订单状态"),
      needed(
          "placedAt",
          Shape.TIME,
          "when",
          "time",
          "date",
          "createdat",
          "orderdate",
          "invoicedate",
          "transactiontimestamp",
          "下单时间",
          "订单时间",
          "日期",
          "时间"),
      may("currency", Shape.CURRENCY, "货币", "币种"),
      may("channel", Shape.TEXT, "渠道"),
      may("trackingNumber", Shape.ID, "tracking", "快递单号", "运单号"),
      may("expectedAt", Shape.TIME, "预计送达"),
      may("lines", Shape.STRUCTURE, "items", "positions", "明细"),
      may(
          "lines.productId",
          Shape.ID,
          "article",
          "articleno",
          "productid",
          "product",
          "sku",
          "itemid",
          "item",
          "stockcode",
          "商品编号",
          "货号",
          "商品id"),
      may(
          "lines.quantity",
          Shape.WHOLE,
          "pieces",
          "count",
          "quantity",
          "qty",
          "pieces",
          "数量",
          "件数"),
      may("lines.unitPrice", Shape.MONEY, "unitprice", "price", "单价", "价格")
    };
  }

  private static Field[] transactions() {
    return new Field[] {
      needed("id", Shape.ID, "transactionid", "paymentid", "txid", "交易号", "支付单号", "交易编号"),
      may("orderId", Shape.ID, "order", "订单号", "订单编号"),
      may("customerId", Shape.ID, "customer", "userid", "user", "客户编号", "用户编号", "顾客编号"),
      needed(
          "amount",
          Shape.MONEY,
          "value",
          "total",
          "purchasevalue",
          "transactionamount",
          "金额",
          "交易金额"),
      may("currency", Shape.CURRENCY, "货币", "币种"),
      may("method", Shape.TEXT, "paymentmethod", "支付方式"),
      may("cardFingerprint", Shape.ID, "card", "cardid", "cardhash", "卡指纹"),
      may("device", Shape.TEXT, "deviceid", "useragent", "设备", "设备号"),
      may("ip", Shape.IP, "ipaddress", "ip地址"),
      may("country", Shape.TEXT, "billingcountry", "国家"),
      may("status", Shape.TEXT, "state", "状态", "交易状态"),
      may("outcome", Shape.TEXT, "fraud", "isfraud", "class", "label", "欺诈", "是否欺诈"),
      needed("time", Shape.TIME, "timestamp", "date", "createdat", "purchasetime", "时间", "交易时间")
    };
  }

  private static Field[] events() {
    return new Field[] {
      needed("eventId", Shape.ID, "id", "事件编号"),
      needed("type", Shape.TEXT, "event", "eventtype", "action", "behavior", "事件", "行为", "类型"),
      may("customerId", Shape.ID, "customer", "user", "userid", "客户编号", "用户编号", "顾客编号"),
      may("visitorId", Shape.ID, "visitor", "anonymousid", "visitorid", "访客"),
      may("productId", Shape.ID, "product", "item", "itemid", "sku", "商品编号", "货号"),
      may("value", Shape.MONEY, "rating", "quantity", "值"),
      may("channel", Shape.TEXT, "渠道"),
      may("sessionId", Shape.ID, "session", "会话"),
      may("context", Shape.TEXT, "query"),
      needed("time", Shape.TIME, "timestamp", "date", "at", "时间", "日期")
    };
  }

  private static Field[] ratings() {
    return new Field[] {
      needed("customerId", Shape.ID, "user", "userid", "customer", "客户编号", "用户编号", "用户", "顾客编号"),
      needed(
          "productId",
          Shape.ID,
          "item",
          "itemid",
          "product",
          "movie",
          "movieid",
          "sku",
          "商品编号",
          "商品"),
      needed("value", Shape.STARS, "rating", "stars", "score", "评分", "星级"),
      needed("time", Shape.TIME, "timestamp", "date", "at", "时间", "日期"),
      may("channel", Shape.TEXT, "渠道")
    };
  }

  private static Field[] reviews() {
    return new Field[] {
      needed("id", Shape.ID, "reviewid", "评论编号", "评价编号"),
      may(
          "productId",
          Shape.ID,
          "product",
          "item",
          "itemid",
          "sku",
          "clothingid",
          "asin",
          "商品编号",
          "商品"),
      may(
          "customerId",
          Shape.ID,
          "customer",
          "user",
          "userid",
          "reviewerid",
          "客户编号",
          "用户编号",
          "顾客编号"),
      may("author", Shape.TEXT, "name", "reviewer", "reviewername", "作者", "昵称"),
      may("title", Shape.TEXT, "summary", "headline", "标题"),
      needed(
          "text",
          Shape.PROSE,
          "review",
          "reviewtext",
          "comment",
          "content",
          "body",
          "评论",
          "评价",
          "内容",
          "评论内容"),
      may("rating", Shape.STARS, "stars", "score", "overall", "label", "评分", "星级"),
      may("language", Shape.LANGUAGE, "lang", "locale", "语言"),
      may("time", Shape.TIME, "timestamp", "date", "at", "unixreviewtime", "时间", "日期")
    };
  }

  private static Field[] images() {
    return new Field[] {
      needed("productId", Shape.ID, "id", "product", "sku", "item", "itemid", "商品编号", "货号"),
      needed("file", Shape.TEXT, "filename", "image", "picture", "path", "图片", "文件", "文件名")
    };
  }

  private static Field[] faq() {
    return new Field[] {
      may("id", Shape.ID, "faqid", "编号"),
      may("topic", Shape.TEXT, "category", "主题", "分类"),
      may("questionEn", Shape.TEXT, "question", "q", "英文问题"),
      may("answerEn", Shape.PROSE, "answer", "a", "英文回答"),
      may("questionZh", Shape.CHINESE, "问题", "中文问题"),
      may("answerZh", Shape.CHINESE, "回答", "答案", "中文回答")
    };
  }
}
