// SPDX-License-Identifier: EUPL-1.2
//! A picture on a canvas. Not by loading the SVG as an image, which a browser does only where the
//! page's policy allows `blob:` images; and the pictures hold no more than this.

use crate::markup::{Element, Node};
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, CanvasWindingRule, HtmlCanvasElement, Path2d,
};

/// Pixels of a file for each pixel of the page; for print 300 to the inch, where a page has 96.
const DOUBLE: f64 = 2.0;
const PRINT: f64 = 300.0 / 96.0;

/// No browser paints more pixels above each other.
const TALLEST: f64 = 16_000.0;

/// The part of a PNG that says 300 pixels to the inch, with its checksum: `pHYs`.
const PER_INCH: [u8; 21] =
    [0, 0, 0, 9, 112, 72, 89, 115, 0, 0, 46, 35, 0, 0, 46, 35, 1, 120, 165, 63, 118];

/// Where that part stands: after the signature and the header.
const HEADER: i32 = 33;

/// The promise of a PNG of the picture, a `Blob`: `Png`, `Png2` twice as large, or `PngPrint`.
pub(super) fn png(svg: &Element, form: &str) -> Result<Promise, JsValue> {
    let wanted = match form {
        "Png2" => DOUBLE,
        "PngPrint" => PRINT,
        _ => 1.0,
    };
    let (width, height) = (number(svg, "width"), number(svg, "height"));
    let scale = wanted.min(TALLEST / height);
    let canvas = canvas((width * scale).round() as u32, (height * scale).round() as u32)?;
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.scale(scale, scale)?;
    paint(&context, svg, None)?;
    Ok(promised(canvas, scale == PRINT))
}

fn canvas(width: u32, height: u32) -> Result<HtmlCanvasElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    Ok(canvas)
}

/// What stands on the canvas, as a PNG; one for print says so.
fn promised(canvas: HtmlCanvasElement, is_for_print: bool) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        let refused = reject.clone();
        let done = Closure::once_into_js(move |blob: JsValue| {
            let blob = blob.dyn_into::<Blob>();
            let made = blob.and_then(|blob| if is_for_print { for_print(&blob) } else { Ok(blob) });
            // Neither function of a promise throws.
            let _ = match made {
                Ok(blob) => resolve.call1(&JsValue::NULL, &blob),
                Err(error) => refused.call1(&JsValue::NULL, &error),
            };
        });
        if let Err(error) = canvas.to_blob(done.unchecked_ref()) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    })
}

fn for_print(blob: &Blob) -> Result<Blob, JsValue> {
    let (header, rest) = (blob.slice_with_i32_and_i32(0, HEADER)?, blob.slice_with_i32(HEADER)?);
    let parts = Array::of3(&header, &Uint8Array::from(&PER_INCH[..]), &rest);
    let kind = BlobPropertyBag::new();
    kind.set_type("image/png");
    Blob::new_with_blob_sequence_and_options(&parts, &kind)
}

/// An attribute as a number; 0 where there is none.
fn number(element: &Element, name: &str) -> f64 {
    element.attribute(name).and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// Paints an element with all that is inside it; `family` is the font that it is in.
fn paint(
    context: &CanvasRenderingContext2d,
    element: &Element,
    family: Option<&str>,
) -> Result<(), JsValue> {
    let family = element.attribute("font-family").or(family);
    let at = |name| number(element, name);
    context.save();
    context.set_fill_style_str(element.attribute("fill").unwrap_or("#000"));
    match element.name {
        "svg" | "g" => {
            if element.name == "svg" {
                context.translate(at("x"), at("y"))?;
                let scale = at("width") / inner_width(element);
                context.scale(scale, scale)?;
            }
            for child in &element.children {
                if let Node::Element(child) = child {
                    paint(context, child, family)?;
                }
            }
        }
        "rect" => context.fill_rect(at("x"), at("y"), at("width"), at("height")),
        "path" => path(context, element)?,
        "text" => text(context, element, family.unwrap_or("sans-serif"))?,
        _ => {}
    }
    context.restore();
    Ok(())
}

/// The width inside an `svg`, by its view box.
fn inner_width(svg: &Element) -> f64 {
    let sizes = svg.attribute("viewBox").unwrap_or_default();
    sizes.split(' ').nth(2).and_then(|width| width.parse().ok()).unwrap_or(1.0)
}

fn path(context: &CanvasRenderingContext2d, element: &Element) -> Result<(), JsValue> {
    let path = Path2d::new_with_path_string(element.attribute("d").unwrap_or_default())?;
    if element.attribute("fill") != Some("none") {
        let rule = match element.attribute("fill-rule") {
            Some("evenodd") => CanvasWindingRule::Evenodd,
            _ => CanvasWindingRule::Nonzero,
        };
        context.fill_with_path_2d_and_winding(&path, rule);
    }
    let Some(color) = element.attribute("stroke").filter(|color| !color.is_empty()) else {
        return Ok(());
    };
    let opacity = number(element, "stroke-opacity");
    context.set_global_alpha(if opacity == 0.0 { 1.0 } else { opacity });
    context.set_stroke_style_str(color);
    context.set_line_width(number(element, "stroke-width"));
    context.set_line_join(element.attribute("stroke-linejoin").unwrap_or("miter"));
    context.set_line_cap(element.attribute("stroke-linecap").unwrap_or("butt"));
    let dashes = element.attribute("stroke-dasharray").unwrap_or_default();
    let dashes: Vec<JsValue> =
        dashes.split(' ').filter_map(|dash| dash.parse::<f64>().ok()).map(JsValue::from).collect();
    context.set_line_dash(&dashes.into_iter().collect::<Array>())?;
    context.stroke_with_path(&path);
    Ok(())
}

fn text(
    context: &CanvasRenderingContext2d,
    element: &Element,
    family: &str,
) -> Result<(), JsValue> {
    let weight = element.attribute("font-weight").unwrap_or("400");
    let size = element.attribute("font-size").unwrap_or_default();
    context.set_font(&[weight, " ", size, "px ", family].concat());
    context.set_text_align(match element.attribute("text-anchor") {
        Some("middle") => "center",
        Some("end") => "end",
        _ => "start",
    });
    let mut words = String::new();
    read(element, &mut words);
    let (x, y) = (number(element, "x"), number(element, "y"));
    // Around the letters, and so below them.
    if element.attribute("paint-order") == Some("stroke") {
        context.set_stroke_style_str(element.attribute("stroke").unwrap_or_default());
        context.set_line_width(number(element, "stroke-width"));
        context.set_line_join("round");
        context.stroke_text(&words, x, y)?;
    }
    context.fill_text(&words, x, y)
}

/// Adds the text inside an element.
fn read(element: &Element, out: &mut String) {
    for child in &element.children {
        match child {
            Node::Text(text) => out.push_str(text),
            Node::Element(child) => read(child, out),
        }
    }
}
