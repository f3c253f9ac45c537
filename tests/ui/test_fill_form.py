"""A form that comes back with what was typed in it."""

from skaala.ui.fill_form import fill

PAGE = """<main id="content"><h1>Page</h1>
<form method="get" action="/there/"><input name="q" value="mine"></form>
<form method="post" action="there/">
 <input type="hidden" name="csrfmiddlewaretoken" value="new"><input type=hidden name="opened" value="now">
 <input type="text" name="title" value="saved &quot;a&quot;" data-value="x" required>
 <input name="title" value="second"><input type="password" name="password"><input type="file" name="file">
 <textarea name="text" rows="3">
saved &lt;b&gt;</textarea>
 <select name="size"><option value="s" selected>S</option><option value="m">M</option></select>
 <input type="checkbox" name="on" checked> <input type="checkbox" name="off">
 <input type="radio" name="way" value="a" checked><input type="radio" name="way" value="b">
 <button name="save" value="1">Save</button><button formaction="/page/again/" name="again">Again</button>
</form>
<input name="outside" form="far"><form id="far" method="post"></form></main>"""


def filled(action: str = "/page/there/", **typed):
    return fill(PAGE, page="/page/", action=action, typed=typed, note=lambda found: "<p>NOTE</p>")


def test_texts_choices_and_ticks_are_as_they_were_sent():
    found = filled(
        title=['Mine "q" & <b>', "two"], text=["\nfirst\n</textarea>é"], size=["m"], off=["on"], way=["b"],
        opened=["then"], save=["1"], password=["p"],
    )  # fmt: skip
    assert found.is_found and not found.homeless and found.is_partly_empty
    for part in (
        '<input value="Mine &quot;q&quot; &amp; &lt;b&gt;" type="text" name="title" data-value="x" required>',
        '<input value="two" name="title">',
        '<textarea name="text" rows="3">\n\nfirst\n&lt;/textarea&gt;é</textarea>',
        '<option value="s">S</option><option selected value="m">M</option>',
        '<input type="checkbox" name="on"> <input checked type="checkbox" name="off">',
        '<input type="radio" name="way" value="a"><input checked type="radio" name="way" value="b">',
        '<input value="then" type=hidden name="opened">',
        '<input type="password" name="password"><input type="file" name="file">',
        '<p>NOTE</p><form method="post" action="there/">',
        '<input name="q" value="mine">',
    ):
        assert part in found.html, part


def test_what_was_emptied_is_empty_and_what_was_not_sent_stays():
    found = filled(text=[""], title=["", ""])
    assert '<textarea name="text" rows="3">\n</textarea>' in found.html
    assert '<input value="" name="title">' in found.html
    assert '<option selected value="s">' not in found.html


def test_a_form_is_found_by_its_button_and_fields_outside_are_filled():
    assert '<input value="new" name="title">' in filled("/page/again/", title=["x", "new"]).html
    assert '<input value="far away" name="outside" form="far">' in filled("/page/", outside=["far away"]).html


def test_of_two_forms_to_one_address_it_is_the_one_that_was_sent():
    two = "".join(
        f'<form method="post" action="/x/"><input type="hidden" name="row" value="{row}"><input name="a" value=""></form>'
        for row in "12"
    )
    found = fill(two, page="/", action="/x/", typed={"row": ["2"], "a": ["b"]}, note=lambda _found: "!")
    assert found.html.index("!") > found.html.index('value="1"')
    assert found.html.count('value="b"') == 1


def test_what_has_no_place_is_given_back_all_the_same():
    assert filled(title=["x", "y"], row_7=["typed"], empty=[" "]).homeless == ["typed"]
    gone = filled("/elsewhere/", text=["typed"])
    assert (gone.is_found, gone.homeless) == (False, ["typed"])
    assert '<main id="content"><p>NOTE</p><h1>' in gone.html
