// std::format and std::print, which libstdc++ 12 does not have: their names and signatures.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace std {
template <class... Arguments> struct format_string {
  template <class Text> consteval format_string(const Text &text) : text(text) {}
  std::string_view text;
};
template <class... Arguments> struct basic_format_arguments {};
struct format_args {
  template <class... Arguments> format_args(const basic_format_arguments<Arguments...> &) {}
};
template <class Out> struct format_to_n_result {
  Out out;
  ptrdiff_t size;
};
template <class... Arguments>
basic_format_arguments<Arguments...> make_format_args(Arguments &...arguments);
template <class... Arguments>
string format(format_string<type_identity_t<Arguments>...> text, Arguments &&...arguments);
string vformat(string_view text, format_args arguments);
template <class Out, class... Arguments>
Out format_to(Out out, format_string<type_identity_t<Arguments>...> text, Arguments &&...arguments);
template <class Out, class... Arguments>
format_to_n_result<Out> format_to_n(Out out, ptrdiff_t size,
                                    format_string<type_identity_t<Arguments>...> text,
                                    Arguments &&...arguments);
template <class Out> Out vformat_to(Out out, string_view text, format_args arguments);
template <class... Arguments>
size_t formatted_size(format_string<type_identity_t<Arguments>...> text, Arguments &&...arguments);
template <class... Arguments>
void print(format_string<type_identity_t<Arguments>...> text, Arguments &&...arguments);
} // namespace std
