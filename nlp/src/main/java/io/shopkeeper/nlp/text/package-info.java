/**
 * What a text is made of before any model sees it: its language and its normal form. Plain Java.
 *
 * <pre>{@code
 * TextLanguage.of("我的订单到哪了")   // CHINESE
 * Normaliser.normalise("ＨＥＬＬＯ   sooooo")  // "hello soo"
 * }</pre>
 */
package io.shopkeeper.nlp.text;
