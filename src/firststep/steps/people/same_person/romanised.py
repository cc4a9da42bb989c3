"""Names of other scripts in Latin letters, only as far as the sound is plain. Pure.

Cyrillic and Greek letter by letter; Chinese by a table of usual surnames and given names, without
tones. What is not in the tables stays as it is and matches nothing written otherwise.
"""

_CYRILLIC = """
аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe
юyu яya іi їi єe ґg ўu јj љlj њnj ћc ђdj џdz
"""
_GREEK = "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo"
_LETTERS = {pair[0]: pair[1:] for pair in (_CYRILLIC + _GREEK).split()}
_PAIRS = (("ου", "u"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("ει", "i"), ("οι", "i"), ("αι", "e"))
_CHINESE = """
wang王汪 li李黎力丽立莉利 zhang张張章彰 liu刘劉柳 chen陈陳晨辰 yang杨楊洋阳 huang黄黃 zhao赵趙
wu吴吳武 zhou周洲 xu徐许許旭 sun孙孫 ma马馬 zhu朱竹珠 hu胡虎 guo郭国國果 he何贺和荷 lin林琳霖
gao高 luo罗羅洛 zheng郑鄭正 liang梁亮良 xie谢謝 song宋松 tang唐汤 deng邓鄧 han韩韓涵 feng冯馮峰锋凤
cao曹 peng彭鹏朋 zeng曾 xiao肖萧蕭晓小孝 tian田天 dong董东東冬 pan潘 yuan袁元媛源 cai蔡 jiang蒋江
yu余于俞宇玉雨瑜郁 du杜 ye叶葉 cheng程成城诚 wei魏韦伟维威 su苏蘇素 lu吕陆鲁路露 ding丁 ren任仁
yao姚瑶 shen沈 zhong钟 cui崔翠 tan谭 fan范樊凡帆 jin金锦进瑾 shi石史诗世 liao廖 jia贾家佳嘉 xia夏霞
fu付傅福 fang方芳房 bai白柏 zou邹 meng孟梦萌 xiong熊 qin秦琴 qiu邱秋 hou侯 yin尹银 yan严颜燕岩妍
duan段 lei雷磊蕾 long龙龍 tao陶涛 shao邵 mao毛 hao郝浩昊皓 gu顾 gong龚 wan万婉 qian钱 dai戴 mo莫
ming明铭 hong红洪虹宏 mei梅美 lan兰蓝岚 na娜 min敏民 jing静晶京靖 qiang强 jun军俊君 jie杰洁 juan娟
xiu秀 ying英颖莹 hua华花 ping平萍 gang刚 hui辉慧惠会 xin新欣鑫心 bo波博 bin斌彬 chao超 yong勇永
ling玲凌灵 yun云芸 ning宁 xiang翔祥香向 zhi志智 qing青清庆晴 xue雪学 dan丹 ting婷 lian莲 rui瑞睿蕊
yi怡艺毅一义宜 kai凯 jian建健剑 hai海 shan山珊 ai爱 an安 zi子紫 shu淑书 zhen珍真振 lai来赖 zhe哲
qi琪奇 ya雅亚 ke可 si思 ru如 yue月悦 chun春 gui桂 bao宝 rong荣蓉 ni妮 sha莎 man曼 wen文雯温 tong彤童
"""
_SYLLABLES: dict[str, str] = {}
for _word in _CHINESE.split():
    _sound = "".join(c for c in _word if c.isascii())
    for _sign in _word[len(_sound) :]:
        _SYLLABLES.setdefault(_sign, _sound)


def romanised(name: str) -> str:
    """The folded name in Latin letters; a Chinese one as "family given", "李小明" as "li xiaoming".

    Latin text comes back as it is.
    """
    if name.isascii():
        return name
    if any("\u4e00" <= c <= "\u9fff" for c in name):
        return _chinese(name)
    for pair, sound in _PAIRS:
        name = name.replace(pair, sound)
    return "".join(_LETTERS.get(c, c) for c in name)


def _chinese(name: str) -> str:
    signs = name.replace(" ", "").replace("·", "")
    if not 2 <= len(signs) <= 4 or any(sign not in _SYLLABLES for sign in signs):
        return name
    family, given = signs[0], signs[1:]
    return f"{_SYLLABLES[family]} {''.join(_SYLLABLES[sign] for sign in given)}"
