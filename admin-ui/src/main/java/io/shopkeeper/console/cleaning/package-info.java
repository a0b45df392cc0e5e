/** The cleaning pipelines: their steps, a preview of what they do, their versions. */
package io.shopkeeper.console.cleaning;
