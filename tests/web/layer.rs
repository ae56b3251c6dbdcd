use article_annotator::web::Layer;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

fn registered(name: &str) -> bool {
    let css = js_sys::Reflect::get(&js_sys::global(), &"CSS".into()).unwrap();
    let highlights: js_sys::Map = js_sys::Reflect::get(&css, &"highlights".into()).unwrap().unchecked_into();
    js_sys::Reflect::get(&highlights, &"has".into())
        .unwrap()
        .unchecked_into::<js_sys::Function>()
        .call1(&highlights, &name.into())
        .unwrap()
        .is_truthy()
}

#[wasm_bindgen_test]
fn a_layer_lives_as_long_as_its_owner() {
    let layer = Layer::new("search");
    assert!(layer.is_supported());
    assert!(registered("search"));
    let document = web_sys::window().unwrap().document().unwrap();
    let range = document.create_range().unwrap();
    layer.show([range]);
    layer.clear();
    drop(layer);
    assert!(!registered("search"));
}
