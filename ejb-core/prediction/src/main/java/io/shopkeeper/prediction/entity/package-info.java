/** What is kept of data sets. Nothing outside of this module sees it. */
package io.shopkeeper.prediction.entity;
